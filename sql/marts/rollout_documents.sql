-- One row per plan or directive that rolls the platform out.
select
    *,
from staging.rollout_documents
