-- What time is it in ClickHouse, which says when days are touched?
SELECT toString(now64(6, 'UTC')) AS now, toString(now64(6, 'UTC') - INTERVAL 2 HOUR) AS recently
