import {z} from 'zod';
import {isMetricId} from '../../warehouse/metrics.ts';
import {sqlFiles} from '../../warehouse/models.ts';
import {definitionAnswer} from '../definition-schemas.ts';
import {endpoint} from '../endpoint.ts';
import {ApiError} from '../errors.ts';
import {stampOf} from '../nights.ts';
import {pathParameters} from '../parameters.ts';

/** The SQL that counts a metric. */
export const definition = endpoint({
  path: '/metrics/{id}/definition',
  summary: 'Câu SQL tính một chỉ tiêu',
  params: z.strictObject({id: pathParameters.metric}),
  query: z.strictObject({}),
  answer: definitionAnswer,
  tabular: false,
  find({params: {id}}, version) {
    if (!isMetricId(id)) {
      throw new ApiError('unknown_metric', 'Không có chỉ tiêu mang tên này; xem /api/v1/metrics.');
    }
    const {layer, name, sql} = sqlFiles('metrics').find((file) => file.name === id)!;
    const answer = {...stampOf(version, undefined), metric: id, model: `${layer}.${name}`, sql};
    return Promise.resolve({answer});
  },
});
