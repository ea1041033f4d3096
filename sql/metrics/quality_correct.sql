-- Of the live case files of an office, those without an open offence in the pillar đúng (2-metrics § 2.4).
select
    office_id,
    officer_id,
    count(*) filter (where passes_correct) as numerator,
    count(*) as denominator,
from marts.file_quality
group by all
