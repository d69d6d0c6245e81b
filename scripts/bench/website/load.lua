-- For wrk: asks for the addresses of a file one after the other, and says in one line of JSON how it went. Arguments: the file, and the
-- milliseconds that each connection rests between two requests, on average: visitors do not come in step.
local paths, rest, next_path = {}, 0, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  rest = tonumber(args[2])
end

function delay()
  return rest > 0 and math.random(0, 2 * rest) or 0
end

function request()
  next_path = next_path % #paths + 1
  return wrk.format("GET", paths[next_path])
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '\nresult {"requests":%d,"seconds":%.3f,"failed":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
