import Glibc
import StoreModel
import Testing

/// After-sales work against closed forms: inspections, tools, hours of a refund.
@Suite struct WorkLawTests {
  private static func logs(_ operation: Operation, count: Int) throws -> [TallyLog] {
    let simulate = Engine.simulator(
      Engine.scenario(operation, horizon: 60),
      programs: [try CapPack.program()]
    )()
    return (0..<count).map(simulate)
  }

  private static func inspected(perMonth: Double, pass: Double) -> Operation {
    var store = TestStores.plain()
    store.afterSalesWork.inspectionsPerMonth =
      TestStores.known("after_sales.inspections", perMonth)
    store.afterSalesWork.inspectionPass = TestStores.known("after_sales.pass", pass)
    return store
  }

  /// ⌊n d / D⌋ by day d of a month of D days, as far as there are orders: exact, path by path.
  @Test(arguments: [20.0, 77, 300])
  func inspectionsFollowTheMonthsQuota(perMonth: Double) throws {
    for log in try Self.logs(Self.inspected(perMonth: perMonth, pass: 0.9), count: 20) {
      var done = 0
      for day in 1...60 {
        let date = TestStores.start + (day - 1)
        let month = date.startOfMonth
        if date == month { done = 0 }
        let length = date.startOfNextMonth - month
        let passed = date - month + 1
        let quota = Int(perMonth * Double(passed) / Double(length))
        let samples = max(0, min(log[day, .processed], quota - done))
        #expect(log[day, .samples] == samples, "day \(day)")
        done += samples
      }
    }
  }

  /// Drawn without replacement from orders that comply independently, so the failing ones of a day
  /// are binomial, also where every order is inspected.
  ///
  /// 2 × 13 checks at 2·10⁻¹¹.
  @Test(arguments: [60.0, 1000])
  func failedInspectionsAreBinomial(perMonth: Double) throws {
    let pass = 0.7
    let logs = try Self.logs(
      Self.inspected(perMonth: perMonth, pass: pass),
      count: Replications.scaled(800)
    )
    var samples = 0
    var passed = 0
    var byNumber: [Int: [Int]] = [:]
    for log in logs {
      for day in 1...60 {
        samples += log[day, .samples]
        passed += log[day, .samplesPassed]
        byNumber[log[day, .samples], default: []].append(log[day, .samplesPassed])
      }
    }
    let tail = Bounds.binomialTail(successes: passed, trials: samples, chance: pass)
    #expect(tail > Bounds.exactAlpha, "\(passed) of \(samples) passed")
    for (number, counts) in byNumber where (1...12).contains(number) && counts.count > 200 {
      let worst = KnownLaw.worstCell(of: counts, cells: [number - 1]) { _ in
        1 - pow(pass, Double(number))
      }
      #expect(worst.tail > Bounds.exactAlpha, "all of \(number) passed")
    }
  }

  @Test func toolsLeaveNothingToWaitFor() throws {
    var store = TestStores.tooled
    store.afterSalesWork.agreesToReturns = true
    store.afterSalesWork.surveyRate = TestStores.known("after_sales.survey.rate", 1)
    for log in try Self.logs(store, count: 20) {
      for day in 1...60 {
        #expect(log[day, .audits] == log[day, .audits20min])
        #expect(log[day, .refundOnlyHoursTotal] == 0)
      }
      let surveyed = DayCounter.stars(of: "after_sales_rated") ?? []
      let answers = surveyed.reduce(0) { $0 + log.sum(of: $1, over: 1...60) }
      #expect(answers == log.sum(of: .processed, over: 1...60))
    }
  }

  /// Hours of a refund in a store without a desk: one audit (two legs for a return), told as the mean
  /// of its cell, and an exponential time in steps of six hours that ends at 168 h.
  ///
  /// Two means of some 10⁵ sums at z 6.8: 2·10⁻¹¹.
  @Test func refundsTakeTheMeanOfTheirSteps() throws {
    let store = TestStores.plain()
    let logs = try Self.logs(store, count: Replications.scaled(1000))
    let audit = Self.auditTime(store.afterSalesWork)
    let cases: [(DayCounter, DayCounter, legs: Double, mean: Double)] = [
      (.refundOnlyCount, .refundOnlyHoursTotal, 1, store.afterSales.refundOnlyMeanInHours),
      (.returnRefundCount, .returnRefundHoursTotal, 2, store.afterSales.returnRefundMeanInHours),
    ]
    for (counter, hours, legs, mean) in cases {
      let rest = Self.restTime(mean: mean)
      var count = 0.0
      var total = 0.0
      for log in logs {
        count += Double(log.sum(of: counter, over: 1...60))
        total += Double(log.sum(of: hours, over: 1...60)) / 3600
      }
      let expected = legs * audit.mean + rest.mean
      let error = ((legs * audit.variance + rest.variance) / count).squareRoot()
      #expect(count > 50_000)
      #expect(abs(total / count - expected) < 6.8 * error, "\(total / count) for \(expected)")
    }
  }

  /// Mean and variance of a log-normal time told as the means of its cells, 48 h where it is longer.
  private static func auditTime(_ work: AfterSalesWork) -> (mean: Double, variance: Double) {
    let mu = log(work.auditMeanInHours) - work.auditSigma * work.auditSigma / 2
    func below(_ hours: Double, _ shift: Double) -> Double {
      hours > 0 ? ReferenceParcel.normalCDF((log(hours) - mu) / work.auditSigma - shift) : 0
    }
    var mean = 0.0
    var square = 0.0
    let ends = [0, 1 / 3.0, 1, 2, 3, 4, 6, 8, 12, 24, 48]
    for (from, to) in zip(ends, ends.dropFirst()) {
      let chance = below(to, 0) - below(from, 0)
      let hours =
        work.auditMeanInHours
        * (below(to, work.auditSigma) - below(from, work.auditSigma)) / chance
      mean += chance * hours
      square += chance * hours * hours
    }
    let rest = 1 - below(48, 0)
    mean += rest * 48
    square += rest * 48 * 48
    return (mean, square - mean * mean)
  }

  /// Mean and variance of the time from processing to the money.
  private static func restTime(mean: Double) -> (mean: Double, variance: Double) {
    let stay = exp(-6 / mean)
    let within = mean - 6 * stay / (1 - stay)
    var first = 0.0
    var square = 0.0
    for step in 0..<28 {
      let chance = pow(stay, Double(step)) * (1 - stay)
      let hours = 6 * Double(step) + within
      first += chance * hours
      square += chance * hours * hours
    }
    let last = pow(stay, 28)
    first += last * 168
    square += last * 168 * 168
    return (first, square - first * first)
  }
}
