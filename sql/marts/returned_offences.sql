-- One row per earlier life of an offence that came back: from which night it was open, and which night found it put right.
select
    rule,
    subject_id,
    office_id,
    officer_id,
    open_since,
    fixed_on,
from earlier.returned_offences
union all
select
    earlier.fix_list.rule,
    earlier.fix_list.subject_id,
    earlier.fix_list.office_id,
    earlier.fix_list.officer_id,
    earlier.fix_list.open_since,
    earlier.fix_list.fixed_on,
from earlier.fix_list
join marts.offences
    on marts.offences.rule = earlier.fix_list.rule
    and marts.offences.subject_id = earlier.fix_list.subject_id
where earlier.fix_list.defect_state = 'fixed'
