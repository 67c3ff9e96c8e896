/**
 * Limits as scripts of Redis: each runs whole, so that no two gateways take the same slot. All keys share one hash tag, and
 * so one node of a cluster. A lease that is not renewed ends by itself: its gateway died, or the server's answer never came.
 */
const COMMON = `
local asked = cjson.decode(ARGV[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function key(scope, part) return '{weighbridge}:limits:' .. scope.name .. ':' .. part end
`;

/** In every scope or in none. Empty: taken; else which limit, whose, and how many milliseconds too early. */
export const TAKE = `${COMMON}
local function taken(at, amount, rate)
  local till = tonumber(redis.call('GET', at) or '0')
  local from = math.max(till, now)
  local full = from + amount * 60000 / rate
  local late = 0
  if from ~= now then late = full - now - 60000 end
  return full, late
end
for _, scope in ipairs(asked.scopes) do
  if scope.parallel > 0 then
    redis.call('ZREMRANGEBYSCORE', key(scope, 'parallel'), '-inf', now)
    if redis.call('ZCARD', key(scope, 'parallel')) >= scope.parallel then return {'parallel', scope.name, '1000'} end
  end
  if scope.requests > 0 then
    local _, late = taken(key(scope, 'requests'), 1, scope.requests)
    if late > 0 then return {'requests', scope.name, tostring(late)} end
  end
  if scope.tokens > 0 then
    local _, late = taken(key(scope, 'tokens'), asked.tokens, scope.tokens)
    if late > 0 then return {'tokens', scope.name, tostring(late)} end
  end
  for _, budget in ipairs(scope.budgets) do
    local used = tonumber(redis.call('GET', key(scope, budget.key)) or '0')
    if used + budget.cost > budget.amount then
      return {budget.unit == 'tokens' and 'token budget' or 'money budget', scope.name, '0'}
    end
  end
  if scope.users > 0 then
    local at = key(scope, 'users/' .. scope.month)
    if redis.call('SISMEMBER', at, scope.user) == 0 and redis.call('SCARD', at) >= scope.users then
      return {'monthly users', scope.name, '0'}
    end
  end
end
for _, scope in ipairs(asked.scopes) do
  if scope.parallel > 0 then
    redis.call('ZADD', key(scope, 'parallel'), now + asked.life, asked.lease)
    redis.call('PEXPIRE', key(scope, 'parallel'), asked.life)
  end
  if scope.requests > 0 then
    local full = taken(key(scope, 'requests'), 1, scope.requests)
    redis.call('SET', key(scope, 'requests'), string.format('%.3f', full), 'PX', math.ceil(full - now) + 1000)
  end
  if scope.tokens > 0 then
    local full = taken(key(scope, 'tokens'), asked.tokens, scope.tokens)
    redis.call('SET', key(scope, 'tokens'), string.format('%.3f', full), 'PX', math.ceil(full - now) + 1000)
  end
  for _, budget in ipairs(scope.budgets) do
    redis.call('INCRBYFLOAT', key(scope, budget.key), string.format('%.9f', budget.cost))
    redis.call('EXPIRE', key(scope, budget.key), 3456000)
  end
  if scope.users > 0 then
    redis.call('SADD', key(scope, 'users/' .. scope.month), scope.user)
    redis.call('EXPIRE', key(scope, 'users/' .. scope.month), 3456000)
  end
end
return {}
`;

/** Puts what was really used in the place of what was reserved. */
export const SETTLE = `${COMMON}
for _, scope in ipairs(asked.scopes) do
  if scope.parallel > 0 then redis.call('ZREM', key(scope, 'parallel'), asked.lease) end
  if scope.tokens > 0 then
    local at = key(scope, 'tokens')
    local full = math.max(tonumber(redis.call('GET', at) or '0') + asked.tokens * 60000 / scope.tokens, now)
    redis.call('SET', at, string.format('%.3f', full), 'PX', math.ceil(full - now) + 1000)
  end
  for _, budget in ipairs(scope.budgets) do
    local at = key(scope, budget.key)
    if redis.call('EXISTS', at) == 1 then redis.call('INCRBYFLOAT', at, string.format('%.9f', budget.cost)) end
  end
end
return {}
`;

/** For calls that go on. */
export const RENEW = `${COMMON}
for _, scope in ipairs(asked.scopes) do
  for _, lease in ipairs(scope.leases) do redis.call('ZADD', key(scope, 'parallel'), now + asked.life, lease) end
  redis.call('PEXPIRE', key(scope, 'parallel'), asked.life)
end
return {}
`;
