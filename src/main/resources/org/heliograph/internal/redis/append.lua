-- Appends to the shared log, or only looks at it, and begins an epoch where entries may be gone.
--
-- KEYS: the log, a stream whose ids are epoch-sequence; what there is of the log, a hash;
--       the last number of each sender, a hash
-- ARGV: epoch and sequence of the newest place that the caller has read;
--       bytes that the log may hold, age of its oldest entry in milliseconds;
--       then for each entry its sender, number and body
-- Answers epoch, newest sequence, newest dropped sequence, and the epochs as 'number:kept ...'.
-- Runs on Redis 6.2 and later: XTRIM MINID is of 6.2.

local log, meta, senders = KEYS[1], KEYS[2], KEYS[3]
local known_epoch, known_sequence = tonumber(ARGV[1]), tonumber(ARGV[2])
local max_bytes, max_age = tonumber(ARGV[3]), tonumber(ARGV[4])

-- the log is dropped by segments: exact sizes of single entries would have to be read back
local SEGMENTS = 64
local EPOCHS = 32

local info = redis.call('INFO', 'replication')
if not string.find(info, 'role:master', 1, true) then
  return redis.error_reply('READONLY This server is a replica')
end
-- random for each start of a primary, and another after each promotion
local replid = string.match(info, 'master_replid:(%w+)')
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local stored = redis.call('HMGET', meta, 'replid', 'epoch', 'sequence', 'dropped', 'bytes', 'at',
  'first', 'open', 'open-bytes', 'open-since', 'swept', 'epochs')
local epoch, sequence, dropped = tonumber(stored[2]) or 0, tonumber(stored[3]) or 0, tonumber(stored[4]) or 0
local bytes, at = tonumber(stored[5]) or 0, tonumber(stored[6]) or 0
local first, open = tonumber(stored[7]) or 1, tonumber(stored[8]) or 1
local open_bytes, open_since = tonumber(stored[9]) or 0, tonumber(stored[10]) or 0
local swept, epochs = tonumber(stored[11]) or now, stored[12] or ''

local function text(number)
  return string.format('%.0f', number)
end

-- sequences are dense: if the stream does not hold as many, somebody or an eviction has been there
local damaged = not stored[1] or redis.call('XLEN', log) ~= sequence - dropped
if damaged then
  redis.call('DEL', log, meta, senders)
  sequence, dropped, bytes, first, open, open_bytes, epochs = 0, 0, 0, 1, 1, 0, ''
end

local function add(header, body)
  if open_bytes * SEGMENTS >= max_bytes or (open_bytes > 0 and (now - open_since) * SEGMENTS >= max_age) then
    redis.call('HSET', meta, 'segment-' .. text(open),
      text(epoch) .. ' ' .. text(sequence) .. ' ' .. text(at) .. ' ' .. text(open_bytes))
    open, open_bytes = open + 1, 0
  end
  if open_bytes == 0 then
    open_since = now
  end
  sequence = sequence + 1
  redis.call('XADD', log, text(epoch) .. '-' .. text(sequence), header, body)
  open_bytes, bytes, at = open_bytes + #header + #body, bytes + #header + #body, now
end

-- never the open segment, so that what has just been appended can be read
local function trim()
  while first < open do
    local field = 'segment-' .. text(first)
    local last_epoch, last, last_at, size =
      string.match(redis.call('HGET', meta, field), '(%d+) (%d+) (%d+) (%d+)')
    if bytes <= max_bytes and now - last_at <= max_age then
      return
    end
    redis.call('XTRIM', log, 'MINID', last_epoch .. '-' .. text(last + 1))
    first, dropped, bytes = first + 1, tonumber(last), bytes - size
    redis.call('HDEL', meta, field)
  end
end

local function forget_senders()
  swept = now -- first, so that a user that may not do it tries as seldom as others do
  local all = redis.call('HGETALL', senders)
  for i = 1, #all, 2 do
    if now - string.match(all[i + 1], ' (%d+)') > max_age then
      redis.call('HDEL', senders, all[i])
    end
  end
end

local function store()
  redis.call('HSET', meta, 'replid', replid, 'epoch', text(epoch), 'sequence', text(sequence),
    'dropped', text(dropped), 'bytes', text(bytes), 'at', text(at), 'first', text(first), 'open', text(open),
    'open-bytes', text(open_bytes), 'open-since', text(open_since), 'swept', text(swept), 'epochs', epochs)
end

-- a user that may not store is refused before there are entries that meta does not know
local function may_store()
  redis.call('HSET', meta, 'swept', text(swept))
  redis.call('HDEL', meta, 'none')
end

if damaged or stored[1] ~= replid or known_epoch > epoch
    or (known_epoch == epoch and known_sequence > sequence) then
  -- the segment that is open ends before the epoch's first entry or with it: either way by sequence
  epoch = math.max(now, epoch + 1, known_epoch + 1)
  epochs = epochs .. ' ' .. text(epoch) .. ':' .. text(sequence)
  local _, count = string.gsub(epochs, ':', '')
  if count > EPOCHS then
    epochs = string.match(epochs, '^ %S+(.*)$')
  end
  may_store()
  add(text(now), '')
  store()
end

if known_epoch == epoch and #ARGV > 4 then
  local trimmed, refusal = pcall(trim) -- first, since it frees memory that the rest may need
  if not trimmed then
    store() -- what has been dropped
    error(refusal, 0)
  end
  may_store()
  local numbers = {}
  for i = 5, #ARGV, 3 do
    local sender, number = ARGV[i], tonumber(ARGV[i + 1])
    local last = numbers[sender]
    if not last then
      last = tonumber(string.match(redis.call('HGET', senders, sender) or '0', '%d+'))
    end
    if number > last then
      add(text(now) .. ' ' .. sender .. ' ' .. ARGV[i + 1], ARGV[i + 2])
      last = number
    end
    numbers[sender] = last
  end
  for sender, number in pairs(numbers) do
    redis.call('HSET', senders, sender, text(number) .. ' ' .. text(now))
  end
  store()
  -- the entries are in the log, whatever fails from here on; the next call says that it cannot trim
  pcall(trim)
  if now - swept > max_age then
    pcall(forget_senders)
  end
  store()
end

return { epoch, sequence, dropped, epochs }
