/** A campaign as a row of `sql/reference/campaigns.csv`. */
export interface Campaign {
  campaign_id: string;
  campaign_name: string;
  campaign_name_en: string;
  starts_on: string;
  ends_on: string;
  /** Local time, the last moment. */
  nominations_until: string;
  entry_system: string;
  stability_rate: number;
  stability_share: number;
  backlog_kind: string;
  new_kind: string;
  letter: string;
  clause: string;
}
