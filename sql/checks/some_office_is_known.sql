-- There is at least one office, or no figure means anything.
select
    'don_vi' as table_name,
where not exists (from marts.offices)
