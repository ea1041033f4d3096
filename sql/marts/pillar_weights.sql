-- One row per pillar of quality: its weight in the score on the night.
select
    reference.pillar_weights.pillar,
    arg_max(reference.pillar_weights.weight, reference.pillar_weights.valid_from) as weight,
from reference.pillar_weights
cross join staging.night
where reference.pillar_weights.valid_from <= staging.night.night
group by all
