#!/bin/bash
# Writes scenario files of many different stores, three of them broken; the same files on every machine.
#
#   stores.sh FOLDER [COUNT [REPLICATIONS [DAYS]]]     default: 300 stores, 1,000 replications, 60 days
set -euo pipefail

folder=$1
count=${2:-300}
replications=${3:-1000}
days=${4:-60}
mkdir -p "$folder"
awk -v folder="$folder" -v count="$count" -v replications="$replications" -v days="$days" '
# A number from low to high; Lehmer, so that every awk draws the same.
function draw(low, high) {
  state = (state * 16807) % 2147483647
  return low + (high - low) * state / 2147483647
}
function whole(low, high) { return int(draw(low, high + 1)) }
function put(line) { print line > file }
# 100 to 4,000 orders a day, most stores small.
function size() { return int(100 * exp(draw(0, 3.7))) }

function opening(platform, category) {
  put("storecast: 1")
  put(sprintf("name: store %03d", number))
  put("platform: " platform)
  put("category: " category)
  put("start: 2026-10-01")
  put("horizon: " days " days")
  put("replications: " replications)
  put("seed: " number)
}
function closing(orders) {
  put(sprintf("demand: {orders_per_day: %d to %d, order_value: %d yuan}", orders, \
    orders * draw(1.1, 1.5), whole(30, 200)))
  put(sprintf("quality: {defects: %.1f %%}", draw(0.4, 2.5)))
  put(sprintf("service_desk: {agents: %d, hours: \"08:00-23:00\"}", 1 + int(orders / draw(250, 450))))
}
function levelled(orders,   rating) {
  opening("douyin", "fresh food")
  put("rules: [douyin.merchant_level@2020-04-10, {pack: douyin.dsr_alliance@seed, set: {window: lifetime}}]")
  rating = draw(4.47, 4.85)
  put(sprintf("standing: {level: LV%d, level_since: 2026-09-%02d, displayed: {dsr: {description: %.2f, service: %.2f, logistics: %.2f, ratings: %d}}}", \
    whole(0, 5), whole(1, 28), rating, rating + 0.02, rating - 0.04, orders * whole(3, 30)))
  closing(orders)
}
function fined(orders) {
  opening("jd", "household")
  put("rules:")
  put("  - pack: jd.service_score_100@seed")
  put(sprintf("    set: {satisfaction.target: %d %%, audit.target: %d %%, processing.target: 90 %%, compliance.target: 95 %%, pending_feedback.target: 10 %%}", \
    whole(90, 96), whole(85, 95)))
  closing(orders)
  put(sprintf("after_sales: {return_refund: %d %%, refund_only: %d %%}", whole(4, 16), whole(1, 5)))
}
function weekly(orders) {
  opening("kuaishou", "household")
  put("rules: [kuaishou.service_assessment@2022-10-05, kuaishou.after_sales_items@seed]")
  closing(orders)
}
function assessed(orders) {
  opening("tmall", "household")
  put("rules: [tmall.true_experience@2026-03-16, tmall.store_assessment@2026]")
  closing(orders)
}
BEGIN {
  state = 20261001
  for (number = 1; number <= count; number++) {
    file = sprintf("%s/store-%03d.yaml", folder, number)
    kind = number % 10
    if (kind < 6) levelled(size())
    else if (kind < 8) fined(size())
    else if (kind < 9) weekly(size())
    else assessed(size())
    close(file)
  }
  # One with a misspelt key, one that is no YAML, one that is no scenario at all.
  file = folder "/broken-key.yaml"
  number = 0
  levelled(500)
  put("waerhouse: {capacity: 900 per day}")
  close(file)
  file = folder "/broken-quote.yaml"
  put("storecast: 1")
  put("name: \"never closed")
  close(file)
  file = folder "/broken-list.yaml"
  put("- a")
  put("- b")
  close(file)
}' </dev/null
