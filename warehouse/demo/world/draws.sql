-- Chance without a generator: every draw is a function of the seed, of whom it is for and of what it decides,
-- so neither the order of rows nor the number of threads nor the nights asked for change the world.
create macro draw(whom, what) as hash(xor(hash(what || '/' || getvariable('seed')), whom::ubigint));
create macro chance(whom, what) as (draw(whom, what) >> 11)::double / 9007199254740992;
create macro draw_int(whom, what, below) as (draw(whom, what) % below)::integer;
create macro draw_days(whom, what, mean) as (-ln(1 - chance(whom, what)) * mean)::integer;
create macro draw_normal(whom, what) as
    sqrt(-2 * ln(1 - chance(whom, what))) * cos(2 * pi() * chance(whom, what || ' turn'));

-- A moment of the working day, 7:30–11:30 or 13:30–17:30, as seconds since midnight.
create macro office_seconds(c) as
    case when c < 0.52 then 27000 + c / 0.52 * 14400 else 48600 + (c - 0.52) / 0.48 * 14400 end;
create macro at_second(day, seconds) as day + to_seconds(floor(seconds)::bigint);

-- The number of an official or a file as the programs write it.
create macro official_id(official_no) as 'CB' || lpad(official_no::varchar, 6, '0');
create macro file_id(file_no) as lpad(file_no::varchar, 11, '0');
