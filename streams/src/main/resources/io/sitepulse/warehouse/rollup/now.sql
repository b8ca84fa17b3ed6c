-- What is the current time of the ClickHouse server? The same clock timestamps touched days.
SELECT toString(now64(6, 'UTC')) AS now, toString(now64(6, 'UTC') - INTERVAL 2 HOUR) AS recently
