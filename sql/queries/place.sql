-- The level of figures that a unit or an official stands at; none when nobody knows it.
select
    case unit_level
        when 'department' then 'nation'
        when 'province' then 'province'
        else 'office'
    end as level,
from marts.units
where unit_id = $unit
union all
select
    'officer' as level,
from marts.officials
where officer_id = $unit
