-- One row per word of a list, repeated by its weight and numbered from 0 within the list.
create table demo.words as
select
    list,
    row_number() over (partition by list order by position, copy) - 1 as n,
    word,
    count(*) over (partition by list) as size,
from (
    select
        list,
        word,
        row_number() over () as position,
        unnest(range(weight)) as copy,
    from read_csv(getvariable('demo_folder') || '/words.csv', header = true)
);

-- One row per full name a person may have; even numbers are men.
create macro list_size(given_list) as (select count(*) from demo.words where list = given_list);
create table demo.people as
with
    drawn as (
        select
            n,
            if(n % 2 = 0, 'NAM', 'NU') as gender,
            draw(n, 'surname') % list_size('surname') as surname,
            draw(n, 'middle') % if(n % 2 = 0, list_size('middle_nam'), list_size('middle_nu')) as middle,
            draw(n, 'given') % if(n % 2 = 0, list_size('given_nam'), list_size('given_nu')) as given,
        from range(30000) as numbers (n)
    )
select
    drawn.n,
    drawn.gender,
    surnames.word || ' ' || middles.word || ' ' || givens.word as full_name,
from drawn
join demo.words as surnames on surnames.list = 'surname' and surnames.n = drawn.surname
join demo.words as middles on middles.list = 'middle_' || lower(drawn.gender) and middles.n = drawn.middle
join demo.words as givens on givens.list = 'given_' || lower(drawn.gender) and givens.n = drawn.given
order by drawn.n;

-- One row per name a company that owes may have.
create table demo.firms as
select
    row_number() over (order by kind.n, firm.n) - 1 as n,
    kind.word || ' ' || firm.word as firm_name,
from demo.words as kind
cross join demo.words as firm
where kind.list = 'firm' and firm.list = 'firm_name';

-- One row per street or hamlet and its ward, as addresses name them.
create table demo.places as
select
    row_number() over (order by street.n, ward.n) - 1 as n,
    if(ward.word like 'xã%', 'thôn ' || (1 + street.n), 'đường ' || street.word) || ', ' || ward.word as place,
from demo.words as street
cross join demo.words as ward
where street.list = 'street' and ward.list = 'ward';

-- One row per bank or fund that files ask enforcement for.
create table demo.banks as
select n, word as bank_name from demo.words where list = 'creditor' order by n;

set variable people = (select count(*) from demo.people);
set variable firms = (select count(*) from demo.firms);
set variable places = (select count(*) from demo.places);
set variable banks = (select count(*) from demo.banks);
