-- The four pillars together, by their weights: equal ones make it their mean (2-metrics § 2.4).
with weights as (
    select
        max(weight) filter (where pillar = 'correct') as correct,
        max(weight) filter (where pillar = 'complete') as complete,
        max(weight) filter (where pillar = 'clean') as clean,
        max(weight) filter (where pillar = 'current') as current,
    from marts.pillar_weights
)

select
    marts.file_quality.office_id,
    marts.file_quality.officer_id,
    sum(
        passes_correct::integer * weights.correct
        + passes_complete::integer * weights.complete
        + passes_clean::integer * weights.clean
        + passes_current::integer * weights.current
    ) as numerator,
    count(*) * any_value(weights.correct + weights.complete + weights.clean + weights.current) as denominator,
from marts.file_quality
cross join weights
group by all
