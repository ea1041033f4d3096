-- One row per limit of a rule or signal that is in force on the night.
select
    reference.rule_limits.rule,
    reference.rule_limits.measure,
    reference.rule_limits.limit_value,
from reference.rule_limits
join staging.night
    on staging.night.night >= reference.rule_limits.valid_from
    and staging.night.night <= coalesce(reference.rule_limits.valid_to, staging.night.night)
