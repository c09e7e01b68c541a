// Written by `npm run db:types` from supabase/migrations. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			activities: {
				Row: {
					co_authors: number | null;
					community_id: string | null;
					created_at: string;
					ends_on: string;
					eur_attracted: number | null;
					eur_municipal: number | null;
					id: string;
					kind: string;
					note: string | null;
					organisations: number | null;
					participants: number | null;
					participants_qualifier: string | null;
					precision: string;
					public: boolean;
					source_id: string | null;
					starts_on: string;
					target_groups: string[];
					title: string;
					updated_at: string;
				};
				ComputedFields: never;
				Insert: {
					co_authors?: number | null;
					community_id?: string | null;
					created_at?: string;
					ends_on: string;
					eur_attracted?: number | null;
					eur_municipal?: number | null;
					id?: string;
					kind: string;
					note?: string | null;
					organisations?: number | null;
					participants?: number | null;
					participants_qualifier?: string | null;
					precision: string;
					public?: boolean;
					source_id?: string | null;
					starts_on: string;
					target_groups?: string[];
					title: string;
					updated_at?: string;
				};
				Update: {
					co_authors?: number | null;
					community_id?: string | null;
					created_at?: string;
					ends_on?: string;
					eur_attracted?: number | null;
					eur_municipal?: number | null;
					id?: string;
					kind?: string;
					note?: string | null;
					organisations?: number | null;
					participants?: number | null;
					participants_qualifier?: string | null;
					precision?: string;
					public?: boolean;
					source_id?: string | null;
					starts_on?: string;
					target_groups?: string[];
					title?: string;
					updated_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'activities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
			activity_parties: {
				Row: {
					activity_id: string;
					community_id: string | null;
					id: string;
					place_id: string | null;
					territory_code: string | null;
				};
				ComputedFields: never;
				Insert: {
					activity_id: string;
					community_id?: string | null;
					id?: string;
					place_id?: string | null;
					territory_code?: string | null;
				};
				Update: {
					activity_id?: string;
					community_id?: string | null;
					id?: string;
					place_id?: string | null;
					territory_code?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_parties_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'public_activities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'activity_parties_place_id_fkey';
						columns: ['place_id'];
						isOneToOne: false;
						referencedRelation: 'places';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_place_id_fkey';
						columns: ['place_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_parties_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'activity_parties_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'activity_parties_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			activity_territories: {
				Row: {
					activity_id: string;
					role: string;
					territory_code: string;
				};
				ComputedFields: never;
				Insert: {
					activity_id: string;
					role?: string;
					territory_code: string;
				};
				Update: {
					activity_id?: string;
					role?: string;
					territory_code?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_territories_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_territories_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'public_activities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'activity_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'activity_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			answer_writes: {
				Row: {
					assessment_id: string;
					base_revision: number;
					content: NonNullable<Json>;
					item_id: string;
					outcome: string;
					respondent_id: string | null;
					revision: number;
					write_id: string;
					written_at: string;
					written_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					assessment_id: string;
					base_revision: number;
					content: NonNullable<Json>;
					item_id: string;
					outcome: string;
					respondent_id?: string | null;
					revision: number;
					write_id: string;
					written_at?: string;
					written_by?: string | null;
				};
				Update: {
					assessment_id?: string;
					base_revision?: number;
					content?: NonNullable<Json>;
					item_id?: string;
					outcome?: string;
					respondent_id?: string | null;
					revision?: number;
					write_id?: string;
					written_at?: string;
					written_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'answer_writes_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'answer_writes_respondent_id_fkey';
						columns: ['respondent_id'];
						isOneToOne: false;
						referencedRelation: 'respondents';
						referencedColumns: ['id'];
					}
				];
			};
			answers: {
				Row: {
					as_of: string;
					assessment_id: string;
					changed_at: string;
					dissent: string | null;
					evidence: number;
					item_id: string;
					note: string | null;
					reason: string | null;
					respondent_id: string | null;
					revision: number;
					value: Json | null;
					written_at: string;
					written_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					as_of: string;
					assessment_id: string;
					changed_at: string;
					dissent?: string | null;
					evidence: number;
					item_id: string;
					note?: string | null;
					reason?: string | null;
					respondent_id?: string | null;
					revision: number;
					value?: Json | null;
					written_at?: string;
					written_by?: string | null;
				};
				Update: {
					as_of?: string;
					assessment_id?: string;
					changed_at?: string;
					dissent?: string | null;
					evidence?: number;
					item_id?: string;
					note?: string | null;
					reason?: string | null;
					respondent_id?: string | null;
					revision?: number;
					value?: Json | null;
					written_at?: string;
					written_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'answers_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'answers_respondent_id_fkey';
						columns: ['respondent_id'];
						isOneToOne: false;
						referencedRelation: 'respondents';
						referencedColumns: ['id'];
					}
				];
			};
			assessment_scores: {
				Row: {
					assessment_id: string;
					created_at: string;
					items: string[] | null;
					levels: number[] | null;
					point: number | null;
					result: NonNullable<Json>;
					sha256: string;
				};
				ComputedFields: never;
				Insert: {
					assessment_id: string;
					created_at?: string;
					items?: never;
					levels?: never;
					point?: never;
					result: NonNullable<Json>;
					sha256: string;
				};
				Update: {
					assessment_id?: string;
					created_at?: string;
					items?: never;
					levels?: never;
					point?: never;
					result?: NonNullable<Json>;
					sha256?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'assessment_scores_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: true;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					}
				];
			};
			assessments: {
				Row: {
					archived_at: string | null;
					as_of: string | null;
					border_zone: boolean;
					checklist_id: string;
					checklist_version: string;
					community_id: string;
					composition: NonNullable<Json>;
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					created_by: string | null;
					entered_by_role: string | null;
					exposure: NonNullable<Json>;
					form: string;
					id: string;
					meeting: Json | null;
					meeting_opened_at: string | null;
					mode: string;
					revises: string | null;
					revision: number;
					revision_reason: string | null;
					round: string | null;
					source: string;
					status: string;
					submitted_at: string | null;
					submitted_by: string | null;
					updated_at: string;
				};
				ComputedFields: never;
				Insert: {
					archived_at?: string | null;
					as_of?: string | null;
					border_zone: boolean;
					checklist_id: string;
					checklist_version: string;
					community_id: string;
					composition?: NonNullable<Json>;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					entered_by_role?: string | null;
					exposure?: NonNullable<Json>;
					form: string;
					id: string;
					meeting?: Json | null;
					meeting_opened_at?: string | null;
					mode: string;
					revises?: string | null;
					revision?: number;
					revision_reason?: string | null;
					round?: string | null;
					source?: string;
					status?: string;
					submitted_at?: string | null;
					submitted_by?: string | null;
					updated_at?: string;
				};
				Update: {
					archived_at?: string | null;
					as_of?: string | null;
					border_zone?: boolean;
					checklist_id?: string;
					checklist_version?: string;
					community_id?: string;
					composition?: NonNullable<Json>;
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					created_by?: string | null;
					entered_by_role?: string | null;
					exposure?: NonNullable<Json>;
					form?: string;
					id?: string;
					meeting?: Json | null;
					meeting_opened_at?: string | null;
					mode?: string;
					revises?: string | null;
					revision?: number;
					revision_reason?: string | null;
					round?: string | null;
					source?: string;
					status?: string;
					submitted_at?: string | null;
					submitted_by?: string | null;
					updated_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'assessments_checklist_version_fkey';
						columns: ['checklist_id', 'checklist_version'];
						isOneToOne: false;
						referencedRelation: 'checklists';
						referencedColumns: ['id', 'version'];
					},
					{
						foreignKeyName: 'assessments_checklist_version_fkey';
						columns: ['checklist_id', 'checklist_version'];
						isOneToOne: false;
						referencedRelation: 'public_checklists';
						referencedColumns: ['id', 'version'];
					},
					{
						foreignKeyName: 'assessments_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assessments_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assessments_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'assessments_revises_fkey';
						columns: ['revises'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					}
				];
			};
			audit_log: {
				Row: {
					action: string;
					actor_id: string | null;
					actor_role: string;
					at: string;
					columns: string[];
					community_id: string | null;
					detail: NonNullable<Json>;
					id: number;
					region: string | null;
					row_id: string | null;
					table_name: string;
				};
				ComputedFields: never;
				Insert: {
					action: string;
					actor_id?: string | null;
					actor_role: string;
					at?: string;
					columns?: string[];
					community_id?: string | null;
					detail?: NonNullable<Json>;
					id?: never;
					region?: string | null;
					row_id?: string | null;
					table_name: string;
				};
				Update: {
					action?: string;
					actor_id?: string | null;
					actor_role?: string;
					at?: string;
					columns?: string[];
					community_id?: string | null;
					detail?: NonNullable<Json>;
					id?: never;
					region?: string | null;
					row_id?: string | null;
					table_name?: string;
				};
				Relationships: [];
			};
			checklists: {
				Row: {
					definition: NonNullable<Json>;
					id: string;
					published_at: string;
					sha256: string;
					version: string;
				};
				ComputedFields: never;
				Insert: {
					definition: NonNullable<Json>;
					id: string;
					published_at?: string;
					sha256: string;
					version: string;
				};
				Update: {
					definition?: NonNullable<Json>;
					id?: string;
					published_at?: string;
					sha256?: string;
					version?: string;
				};
				Relationships: [];
			};
			communities: {
				Row: {
					confirmed_on: string | null;
					created_at: string;
					figures_agreed: boolean;
					id: string;
					kind: string;
					known_since: string;
					merged_into: string | null;
					name: string;
					note: string | null;
					place: string | null;
					place_public: boolean;
					source_id: string | null;
					status: string;
					territory_code: string;
					updated_at: string;
					web: string | null;
				};
				ComputedFields: never;
				Insert: {
					confirmed_on?: string | null;
					created_at?: string;
					figures_agreed?: boolean;
					id?: string;
					kind: string;
					known_since: string;
					merged_into?: string | null;
					name: string;
					note?: string | null;
					place?: string | null;
					place_public?: boolean;
					source_id?: string | null;
					status?: string;
					territory_code: string;
					updated_at?: string;
					web?: string | null;
				};
				Update: {
					confirmed_on?: string | null;
					created_at?: string;
					figures_agreed?: boolean;
					id?: string;
					kind?: string;
					known_since?: string;
					merged_into?: string | null;
					name?: string;
					note?: string | null;
					place?: string | null;
					place_public?: boolean;
					source_id?: string | null;
					status?: string;
					territory_code?: string;
					updated_at?: string;
					web?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'communities_merged_into_fkey';
						columns: ['merged_into'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_merged_into_fkey';
						columns: ['merged_into'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_merged_into_fkey';
						columns: ['merged_into'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'communities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			community_contacts: {
				Row: {
					community_id: string;
					consent_expires_on: string;
					consent_given_on: string;
					created_at: string;
					email: string | null;
					id: string;
					name: string;
					phone: string | null;
					role: string | null;
				};
				ComputedFields: never;
				Insert: {
					community_id: string;
					consent_expires_on: string;
					consent_given_on: string;
					created_at?: string;
					email?: string | null;
					id?: string;
					name: string;
					phone?: string | null;
					role?: string | null;
				};
				Update: {
					community_id?: string;
					consent_expires_on?: string;
					consent_given_on?: string;
					created_at?: string;
					email?: string | null;
					id?: string;
					name?: string;
					phone?: string | null;
					role?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'community_contacts_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_contacts_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_contacts_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					}
				];
			};
			community_reviews: {
				Row: {
					at: string;
					by: string | null;
					community_id: string;
					decision: string;
					id: string;
					message: string | null;
				};
				ComputedFields: never;
				Insert: {
					at?: string;
					by?: string | null;
					community_id: string;
					decision: string;
					id?: string;
					message?: string | null;
				};
				Update: {
					at?: string;
					by?: string | null;
					community_id?: string;
					decision?: string;
					id?: string;
					message?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'community_reviews_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_reviews_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_reviews_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					}
				];
			};
			community_territories: {
				Row: {
					community_id: string;
					territory_code: string;
				};
				ComputedFields: never;
				Insert: {
					community_id: string;
					territory_code: string;
				};
				Update: {
					community_id?: string;
					territory_code?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'community_territories_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_territories_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'community_territories_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'community_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'community_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'community_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			data_sources: {
				Row: {
					id: string;
					kind: string;
					licence: string | null;
					place: string | null;
					published: string | null;
					publisher: string;
					title: string;
					url: string | null;
					weaknesses: string | null;
				};
				ComputedFields: never;
				Insert: {
					id: string;
					kind: string;
					licence?: string | null;
					place?: string | null;
					published?: string | null;
					publisher: string;
					title: string;
					url?: string | null;
					weaknesses?: string | null;
				};
				Update: {
					id?: string;
					kind?: string;
					licence?: string | null;
					place?: string | null;
					published?: string | null;
					publisher?: string;
					title?: string;
					url?: string | null;
					weaknesses?: string | null;
				};
				Relationships: [];
			};
			indicator_imports: {
				Row: {
					id: string;
					loaded_at: string;
					loaded_by: string | null;
					origin: string;
					source_id: string | null;
					title: string;
					undone_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					id?: string;
					loaded_at?: string;
					loaded_by?: string | null;
					origin: string;
					source_id?: string | null;
					title: string;
					undone_at?: string | null;
				};
				Update: {
					id?: string;
					loaded_at?: string;
					loaded_by?: string | null;
					origin?: string;
					source_id?: string | null;
					title?: string;
					undone_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'indicator_imports_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'indicator_imports_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
			indicators: {
				Row: {
					id: string;
					measure: string;
					name: string;
					unit: string;
				};
				ComputedFields: never;
				Insert: {
					id: string;
					measure: string;
					name: string;
					unit: string;
				};
				Update: {
					id?: string;
					measure?: string;
					name?: string;
					unit?: string;
				};
				Relationships: [];
			};
			invitations: {
				Row: {
					accepted_at: string | null;
					accepted_by: string | null;
					by_operator: boolean;
					created_at: string;
					declined_at: string | null;
					email_hint: string | null;
					expires_at: string;
					id: string;
					invited_by: string | null;
					membership_expires_at: string | null;
					note: string | null;
					revoked_at: string | null;
					role: string;
					scope_id: string;
					scope_kind: string;
					token_hash: string;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					by_operator?: boolean;
					created_at?: string;
					declined_at?: string | null;
					email_hint?: string | null;
					expires_at: string;
					id?: string;
					invited_by?: string | null;
					membership_expires_at?: string | null;
					note?: string | null;
					revoked_at?: string | null;
					role: string;
					scope_id: string;
					scope_kind: string;
					token_hash: string;
				};
				Update: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					by_operator?: boolean;
					created_at?: string;
					declined_at?: string | null;
					email_hint?: string | null;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					membership_expires_at?: string | null;
					note?: string | null;
					revoked_at?: string | null;
					role?: string;
					scope_id?: string;
					scope_kind?: string;
					token_hash?: string;
				};
				Relationships: [];
			};
			memberships: {
				Row: {
					created_at: string;
					ended_at: string | null;
					expires_at: string | null;
					granted_by: string | null;
					id: string;
					organisation_id: string | null;
					role: string;
					scope_id: string;
					scope_kind: string;
					user_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_at?: string | null;
					expires_at?: string | null;
					granted_by?: string | null;
					id?: string;
					organisation_id?: string | null;
					role: string;
					scope_id: string;
					scope_kind: string;
					user_id: string;
				};
				Update: {
					created_at?: string;
					ended_at?: string | null;
					expires_at?: string | null;
					granted_by?: string | null;
					id?: string;
					organisation_id?: string | null;
					role?: string;
					scope_id?: string;
					scope_kind?: string;
					user_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'memberships_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['id'];
					}
				];
			};
			organisations: {
				Row: {
					created_at: string;
					id: string;
					kind: string;
					name: string;
					region: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id?: string;
					kind: string;
					name: string;
					region?: string | null;
				};
				Update: {
					created_at?: string;
					id?: string;
					kind?: string;
					name?: string;
					region?: string | null;
				};
				Relationships: [];
			};
			places: {
				Row: {
					community_id: string | null;
					created_at: string;
					id: string;
					kind: string;
					known_since: string;
					lat: number | null;
					lon: number | null;
					name: string;
					note: string | null;
					outdoor: boolean;
					place: string | null;
					public: boolean;
					source_id: string | null;
					territory_code: string;
				};
				ComputedFields: never;
				Insert: {
					community_id?: string | null;
					created_at?: string;
					id?: string;
					kind: string;
					known_since?: string;
					lat?: number | null;
					lon?: number | null;
					name: string;
					note?: string | null;
					outdoor?: boolean;
					place?: string | null;
					public?: boolean;
					source_id?: string | null;
					territory_code: string;
				};
				Update: {
					community_id?: string | null;
					created_at?: string;
					id?: string;
					kind?: string;
					known_since?: string;
					lat?: number | null;
					lon?: number | null;
					name?: string;
					note?: string | null;
					outdoor?: boolean;
					place?: string | null;
					public?: boolean;
					source_id?: string | null;
					territory_code?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'places_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'places_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			plan_items: {
				Row: {
					assessment_id: string | null;
					community_id: string;
					created_at: string;
					due_on: string | null;
					helper: string | null;
					id: string;
					item_id: string | null;
					municipality_reply: string | null;
					owner_role: string | null;
					replied_at: string | null;
					replied_by: string | null;
					shared: boolean;
					status: string;
					text: string;
					updated_at: string;
				};
				ComputedFields: never;
				Insert: {
					assessment_id?: string | null;
					community_id: string;
					created_at?: string;
					due_on?: string | null;
					helper?: string | null;
					id: string;
					item_id?: string | null;
					municipality_reply?: string | null;
					owner_role?: string | null;
					replied_at?: string | null;
					replied_by?: string | null;
					shared?: boolean;
					status?: string;
					text: string;
					updated_at?: string;
				};
				Update: {
					assessment_id?: string | null;
					community_id?: string;
					created_at?: string;
					due_on?: string | null;
					helper?: string | null;
					id?: string;
					item_id?: string | null;
					municipality_reply?: string | null;
					owner_role?: string | null;
					replied_at?: string | null;
					replied_by?: string | null;
					shared?: boolean;
					status?: string;
					text?: string;
					updated_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_items_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_items_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_items_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_items_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					}
				];
			};
			poll_ballots: {
				Row: {
					cast_in: string;
					id: string;
					poll_id: string;
				};
				ComputedFields: never;
				Insert: {
					cast_in: string;
					id: string;
					poll_id: string;
				};
				Update: {
					cast_in?: string;
					id?: string;
					poll_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'poll_ballots_poll_id_fkey';
						columns: ['poll_id'];
						isOneToOne: false;
						referencedRelation: 'polls';
						referencedColumns: ['id'];
					}
				];
			};
			poll_counts: {
				Row: {
					ballots: number;
					option: number;
					poll_id: string;
					question: number;
				};
				ComputedFields: never;
				Insert: {
					ballots?: number;
					option: number;
					poll_id: string;
					question: number;
				};
				Update: {
					ballots?: number;
					option?: number;
					poll_id?: string;
					question?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'poll_counts_poll_id_fkey';
						columns: ['poll_id'];
						isOneToOne: false;
						referencedRelation: 'polls';
						referencedColumns: ['id'];
					}
				];
			};
			polls: {
				Row: {
					assessment_id: string | null;
					closes_at: string;
					community_id: string;
					created_at: string;
					created_by: string | null;
					id: string;
					questions: NonNullable<Json>;
					token_hash: string;
				};
				ComputedFields: never;
				Insert: {
					assessment_id?: string | null;
					closes_at: string;
					community_id: string;
					created_at?: string;
					created_by?: string | null;
					id: string;
					questions: NonNullable<Json>;
					token_hash: string;
				};
				Update: {
					assessment_id?: string | null;
					closes_at?: string;
					community_id?: string;
					created_at?: string;
					created_by?: string | null;
					id?: string;
					questions?: NonNullable<Json>;
					token_hash?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'polls_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'polls_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'polls_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'polls_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					}
				];
			};
			profiles: {
				Row: {
					created_at: string;
					display_name: string | null;
					locale: string;
					updated_at: string;
					user_id: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					display_name?: string | null;
					locale?: string;
					updated_at?: string;
					user_id: string;
				};
				Update: {
					created_at?: string;
					display_name?: string | null;
					locale?: string;
					updated_at?: string;
					user_id?: string;
				};
				Relationships: [];
			};
			resources: {
				Row: {
					community_id: string;
					created_at: string;
					id: string;
					kind: string;
					name: string;
					note: string | null;
				};
				ComputedFields: never;
				Insert: {
					community_id: string;
					created_at?: string;
					id?: string;
					kind: string;
					name: string;
					note?: string | null;
				};
				Update: {
					community_id?: string;
					created_at?: string;
					id?: string;
					kind?: string;
					name?: string;
					note?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'resources_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resources_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'resources_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					}
				];
			};
			respondent_links: {
				Row: {
					assessment_id: string;
					created_at: string;
					created_by: string | null;
					expires_at: string;
					id: string;
					imported: boolean;
					revoked_at: string | null;
					token_hash: string;
				};
				ComputedFields: never;
				Insert: {
					assessment_id: string;
					created_at?: string;
					created_by?: string | null;
					expires_at: string;
					id: string;
					imported?: boolean;
					revoked_at?: string | null;
					token_hash: string;
				};
				Update: {
					assessment_id?: string;
					created_at?: string;
					created_by?: string | null;
					expires_at?: string;
					id?: string;
					imported?: boolean;
					revoked_at?: string | null;
					token_hash?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'respondent_links_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					}
				];
			};
			respondents: {
				Row: {
					assessment_id: string;
					expires_at: string;
					finished_at: string | null;
					id: string;
					joined_at: string;
					link_id: string | null;
					name: string | null;
					revoked_at: string | null;
					token_hash: string;
				};
				ComputedFields: never;
				Insert: {
					assessment_id: string;
					expires_at: string;
					finished_at?: string | null;
					id: string;
					joined_at?: string;
					link_id?: string | null;
					name?: string | null;
					revoked_at?: string | null;
					token_hash: string;
				};
				Update: {
					assessment_id?: string;
					expires_at?: string;
					finished_at?: string | null;
					id?: string;
					joined_at?: string;
					link_id?: string | null;
					name?: string | null;
					revoked_at?: string | null;
					token_hash?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'respondents_assessment_id_fkey';
						columns: ['assessment_id'];
						isOneToOne: false;
						referencedRelation: 'assessments';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'respondents_link_id_fkey';
						columns: ['link_id'];
						isOneToOne: false;
						referencedRelation: 'respondent_links';
						referencedColumns: ['id'];
					}
				];
			};
			role_grants: {
				Row: {
					granter_role: string;
					role: string;
					scope_rule: string;
				};
				ComputedFields: never;
				Insert: {
					granter_role: string;
					role: string;
					scope_rule: string;
				};
				Update: {
					granter_role?: string;
					role?: string;
					scope_rule?: string;
				};
				Relationships: [];
			};
			territories: {
				Row: {
					area_km2: number;
					border_belarus_km: number | null;
					border_russia_km: number | null;
					code: string;
					code_2018: string | null;
					code_current: string;
					kind: string;
					lat: number;
					lon: number;
					municipality_2018: string | null;
					name: string;
					name_normalised: string;
					parent_code: string | null;
					region: string | null;
					source_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					area_km2: number;
					border_belarus_km?: number | null;
					border_russia_km?: number | null;
					code: string;
					code_2018?: string | null;
					code_current: string;
					kind: string;
					lat: number;
					lon: number;
					municipality_2018?: string | null;
					name: string;
					name_normalised?: never;
					parent_code?: string | null;
					region?: string | null;
					source_id?: string | null;
				};
				Update: {
					area_km2?: number;
					border_belarus_km?: number | null;
					border_russia_km?: number | null;
					code?: string;
					code_2018?: string | null;
					code_current?: string;
					kind?: string;
					lat?: number;
					lon?: number;
					municipality_2018?: string | null;
					name?: string;
					name_normalised?: never;
					parent_code?: string | null;
					region?: string | null;
					source_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territories_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
			territory_indicators: {
				Row: {
					basis: string | null;
					caveat: string | null;
					import_id: string;
					indicator: string;
					inherited_from: string | null;
					measure: string;
					method: string;
					source_id: string;
					territory_code: string;
					value: number;
					year: number;
				};
				ComputedFields: never;
				Insert: {
					basis?: string | null;
					caveat?: string | null;
					import_id: string;
					indicator: string;
					inherited_from?: string | null;
					measure: string;
					method: string;
					source_id: string;
					territory_code: string;
					value: number;
					year: number;
				};
				Update: {
					basis?: string | null;
					caveat?: string | null;
					import_id?: string;
					indicator?: string;
					inherited_from?: string | null;
					measure?: string;
					method?: string;
					source_id?: string;
					territory_code?: string;
					value?: number;
					year?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'territory_indicators_import_id_fkey';
						columns: ['import_id'];
						isOneToOne: false;
						referencedRelation: 'indicator_imports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_indicator_measure_fkey';
						columns: ['indicator', 'measure'];
						isOneToOne: false;
						referencedRelation: 'indicators';
						referencedColumns: ['id', 'measure'];
					},
					{
						foreignKeyName: 'territory_indicators_indicator_measure_fkey';
						columns: ['indicator', 'measure'];
						isOneToOne: false;
						referencedRelation: 'public_indicators';
						referencedColumns: ['id', 'measure'];
					},
					{
						foreignKeyName: 'territory_indicators_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			territory_surveys: {
				Row: {
					asked_role: string | null;
					created_at: string;
					finding: string;
					id: string;
					next_step: string | null;
					note: string | null;
					organisation_id: string;
					surveyed_on: string;
					territory_code: string;
				};
				ComputedFields: never;
				Insert: {
					asked_role?: string | null;
					created_at?: string;
					finding: string;
					id?: string;
					next_step?: string | null;
					note?: string | null;
					organisation_id: string;
					surveyed_on: string;
					territory_code: string;
				};
				Update: {
					asked_role?: string | null;
					created_at?: string;
					finding?: string;
					id?: string;
					next_step?: string | null;
					note?: string | null;
					organisation_id?: string;
					surveyed_on?: string;
					territory_code?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'territory_surveys_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			zone_territories: {
				Row: {
					territory_code: string;
					zone_id: string;
				};
				ComputedFields: never;
				Insert: {
					territory_code: string;
					zone_id: string;
				};
				Update: {
					territory_code?: string;
					zone_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'zone_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_territories_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'public_zones';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_territories_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'zones';
						referencedColumns: ['id'];
					}
				];
			};
			zone_version_territories: {
				Row: {
					territory_code: string;
					valid_from: string;
					zone_id: string;
				};
				ComputedFields: never;
				Insert: {
					territory_code: string;
					valid_from: string;
					zone_id: string;
				};
				Update: {
					territory_code?: string;
					valid_from?: string;
					zone_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_zone_id_valid_from_fkey';
						columns: ['zone_id', 'valid_from'];
						isOneToOne: false;
						referencedRelation: 'public_zone_versions';
						referencedColumns: ['zone_id', 'valid_from'];
					},
					{
						foreignKeyName: 'zone_version_territories_zone_id_valid_from_fkey';
						columns: ['zone_id', 'valid_from'];
						isOneToOne: false;
						referencedRelation: 'zone_versions';
						referencedColumns: ['zone_id', 'valid_from'];
					}
				];
			};
			zone_versions: {
				Row: {
					border_km: number | null;
					definition: string;
					source_id: string;
					valid_from: string;
					valid_to: string | null;
					zone_id: string;
				};
				ComputedFields: never;
				Insert: {
					border_km?: number | null;
					definition: string;
					source_id: string;
					valid_from: string;
					valid_to?: string | null;
					zone_id: string;
				};
				Update: {
					border_km?: number | null;
					definition?: string;
					source_id?: string;
					valid_from?: string;
					valid_to?: string | null;
					zone_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'zone_versions_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'public_zones';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'zones';
						referencedColumns: ['id'];
					}
				];
			};
			zones: {
				Row: {
					complete: boolean;
					definition: string;
					id: string;
					name: string;
					source_id: string;
				};
				ComputedFields: never;
				Insert: {
					complete?: boolean;
					definition: string;
					id: string;
					name: string;
					source_id: string;
				};
				Update: {
					complete?: boolean;
					definition?: string;
					id?: string;
					name?: string;
					source_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'zones_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zones_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
		};
		Views: {
			public_activities: {
				Row: {
					co_authors: number | null;
					community_id: string | null;
					ends_on: string;
					eur_attracted: number | null;
					eur_municipal: number | null;
					id: string;
					kind: string;
					organisations: number | null;
					participants: number | null;
					participants_qualifier: string | null;
					party_community_ids: string[] | null;
					party_place_ids: string[] | null;
					party_territory_codes: string[] | null;
					precision: string;
					source_id: string | null;
					starts_on: string;
					target_groups: string[];
					territory_codes: string[] | null;
					title: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_communities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_community_id_fkey';
						columns: ['community_id'];
						isOneToOne: false;
						referencedRelation: 'public_places';
						referencedColumns: ['community_id'];
					},
					{
						foreignKeyName: 'activities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
			public_checklists: {
				Row: {
					definition: NonNullable<Json>;
					id: string;
					items: number | null;
					published_at: string;
					sha256: string;
					title: Json | null;
					version: string;
				};
				ComputedFields: never;
				Relationships: [];
			};
			public_communities: {
				Row: {
					confirmed_on: string | null;
					further_territory_codes: string[] | null;
					id: string;
					kind: string;
					known_since: string;
					name: string;
					place: string | null;
					source_id: string | null;
					territory_code: string;
					web: string | null;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'communities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'communities_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			public_former_territories: {
				Row: {
					code: string;
					code_2018: string | null;
					municipality_2018: string | null;
				};
				ComputedFields: never;
				Relationships: [];
			};
			public_indicator_values: {
				Row: {
					basis: string | null;
					caveat: string | null;
					import_id: string;
					indicator: string;
					inherited_from: string | null;
					loaded_at: string;
					method: string;
					source_id: string;
					territory_code: string;
					value: number;
					year: number;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'territory_indicators_import_id_fkey';
						columns: ['import_id'];
						isOneToOne: false;
						referencedRelation: 'indicator_imports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_indicators_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			public_indicators: {
				Row: {
					id: string;
					measure: string;
					name: string;
					unit: string;
				};
				ComputedFields: never;
				Relationships: [];
			};
			public_places: {
				Row: {
					community_id: string | null;
					id: string;
					kind: string;
					known_since: string;
					lat: number | null;
					lon: number | null;
					name: string;
					outdoor: boolean;
					place: string | null;
					source_id: string | null;
					territory_code: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'places_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'places_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			public_sources: {
				Row: {
					id: string;
					kind: string;
					licence: string | null;
					place: string | null;
					published: string | null;
					publisher: string;
					title: string;
					url: string | null;
					weaknesses: string | null;
				};
				ComputedFields: never;
				Relationships: [];
			};
			public_surveys: {
				Row: {
					finding: string;
					organisation: string;
					surveyed_on: string;
					territory_code: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territory_surveys_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					}
				];
			};
			public_territories: {
				Row: {
					area_km2: number;
					code: string;
					code_current: string;
					eastern_border: boolean | null;
					kind: string;
					lat: number;
					lon: number;
					name: string;
					name_normalised: string;
					parent_code: string | null;
					region: string | null;
					source_id: string | null;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_parent_code_fkey';
						columns: ['parent_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'territories_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'territories_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
			public_zone_territories: {
				Row: {
					territory_code: string | null;
					zone_id: string | null;
				};
				ComputedFields: never;
				Relationships: [];
			};
			public_zone_version_territories: {
				Row: {
					territory_code: string;
					valid_from: string;
					zone_id: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_former_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'public_territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_territory_code_fkey';
						columns: ['territory_code'];
						isOneToOne: false;
						referencedRelation: 'territories';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'zone_version_territories_zone_id_valid_from_fkey';
						columns: ['zone_id', 'valid_from'];
						isOneToOne: false;
						referencedRelation: 'public_zone_versions';
						referencedColumns: ['zone_id', 'valid_from'];
					},
					{
						foreignKeyName: 'zone_version_territories_zone_id_valid_from_fkey';
						columns: ['zone_id', 'valid_from'];
						isOneToOne: false;
						referencedRelation: 'zone_versions';
						referencedColumns: ['zone_id', 'valid_from'];
					}
				];
			};
			public_zone_versions: {
				Row: {
					border_km: number | null;
					definition: string;
					source_id: string;
					valid_from: string;
					valid_to: string | null;
					zone_id: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'zone_versions_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'public_zones';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zone_versions_zone_id_fkey';
						columns: ['zone_id'];
						isOneToOne: false;
						referencedRelation: 'zones';
						referencedColumns: ['id'];
					}
				];
			};
			public_zones: {
				Row: {
					definition: string;
					id: string;
					name: string;
					source_id: string;
				};
				ComputedFields: never;
				Relationships: [
					{
						foreignKeyName: 'zones_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'data_sources';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'zones_source_id_fkey';
						columns: ['source_id'];
						isOneToOne: false;
						referencedRelation: 'public_sources';
						referencedColumns: ['id'];
					}
				];
			};
		};
		Functions: {
			accept_invitation: { Args: { token_hash: string }; Returns: string };
			activity_evidence: {
				Args: { as_of?: string };
				Returns: {
					activities: number;
					communities: number;
					end_last: string;
					end_last_precision: string;
					end_last_starts_on: string;
					fresh_last: string;
					fresh_last_imprecise: boolean;
					fresh_second: string;
					reachable_by: string;
					reachable_on: string;
					survey_finding: string;
					survey_on: string;
					survey_organisation: string;
					territory_code: string;
				}[];
			};
			activity_history: { Args: { days: string[]; mandated?: boolean }; Returns: Json };
			archive_assessment: { Args: { id: string }; Returns: undefined };
			assessed_since: { Args: Record<PropertyKey, never>; Returns: Json };
			assessed_units: {
				Args: { as_of?: string };
				Returns: {
					agreed: number;
					anew: Json;
					communities: number;
					confirmed: number;
					indexes: Json;
					levels: Json;
					territory_code: string;
					within_year: number;
				}[];
			};
			assessment_overview: {
				Args: { community_id: string };
				Returns: {
					answered: number;
					archived_at: string;
					as_of: string;
					checklist_id: string;
					checklist_version: string;
					completeness: number;
					confirmed_at: string;
					created_at: string;
					form: string;
					grade: string;
					id: string;
					index: number;
					last_written_at: string;
					mode: string;
					revises: string;
					round: string;
					source: string;
					status: string;
					submitted_at: string;
				}[];
			};
			assessment_view: { Args: { id: string }; Returns: Json };
			assessments_on: { Args: { days: string[] }; Returns: Json };
			audit_entries: {
				Args: {
					before_id?: number;
					max_rows?: number;
					of_community?: string;
					of_region?: string;
					of_row?: string;
					of_table?: string;
				};
				Returns: {
					action: string;
					actor_id: string;
					actor_name: string;
					actor_role: string;
					at: string;
					columns: string[];
					community_id: string;
					community_name: string;
					detail: Json;
					id: number;
					region: string;
					row_id: string;
					table_name: string;
				}[];
			};
			cast_ballot: { Args: { choices: Json; id: string; token_hash: string }; Returns: undefined };
			close_poll: { Args: { id: string }; Returns: undefined };
			confirm_assessment: { Args: { id: string }; Returns: undefined };
			confirm_community: { Args: { day: string; id: string }; Returns: undefined };
			create_invitation: {
				Args: {
					email_hint: string;
					expires_at: string;
					membership_expires_at?: string;
					note?: string;
					role: string;
					scope_id: string;
					scope_kind: string;
					token_hash: string;
				};
				Returns: string;
			};
			create_respondent_link: {
				Args: { assessment_id: string; expires_at: string; id: string; token_hash: string };
				Returns: string;
			};
			decline_invitation: { Args: { token_hash: string }; Returns: undefined };
			delete_expired: {
				Args: Record<PropertyKey, never>;
				Returns: {
					contacts: number;
					invitation_hints: number;
					respondent_links: number;
					respondents: number;
				}[];
			};
			delete_my_account: { Args: { hand_over?: boolean }; Returns: undefined };
			end_membership: { Args: { id: string }; Returns: undefined };
			enter_ballot: { Args: { choices: Json; id: string; poll_id: string }; Returns: undefined };
			export_my_data: { Args: Record<PropertyKey, never>; Returns: Json };
			finish_respondent: { Args: { token_hash: string }; Returns: undefined };
			import_indicators: { Args: { data: Json }; Returns: string };
			import_respondents: { Args: { assessment_id: string; link_id: string; people: Json }; Returns: Json };
			invitation_by_token: {
				Args: { token_hash: string };
				Returns: {
					expires_at: string;
					inviter_role: string;
					organisation: string;
					role: string;
					scope_kind: string;
					scope_name: string;
					state: string;
				}[];
			};
			invite_first_national: { Args: { expires_at: string; token_hash: string }; Returns: string };
			join_assessment: {
				Args: { id: string; link_hash: string; name?: string; token_hash: string };
				Returns: Json;
			};
			leave_assessment: { Args: { token_hash: string }; Returns: undefined };
			leave_membership: { Args: { id: string }; Returns: undefined };
			list_people: {
				Args: { max_rows?: number; search?: string };
				Returns: {
					created_at: string;
					display_name: string;
					email_hint: string;
					memberships: Json;
					user_id: string;
				}[];
			};
			mandated_activity_evidence: {
				Args: { as_of?: string };
				Returns: {
					activities: number;
					communities: number;
					end_last: string;
					end_last_precision: string;
					end_last_starts_on: string;
					fresh_last: string;
					fresh_last_imprecise: boolean;
					fresh_second: string;
					reachable_by: string;
					reachable_on: string;
					survey_finding: string;
					survey_on: string;
					survey_organisation: string;
					territory_code: string;
				}[];
			};
			meeting_view: { Args: { id: string }; Returns: Json };
			my_roles: {
				Args: Record<PropertyKey, never>;
				Returns: {
					created_at: string;
					expires_at: string;
					granted_by_name: string;
					id: string;
					organisation: string;
					region: string;
					role: string;
					scope_id: string;
					scope_kind: string;
					scope_name: string;
				}[];
			};
			open_meeting: { Args: { id: string }; Returns: undefined };
			plan_progress: {
				Args: Record<PropertyKey, never>;
				Returns: {
					communities: number;
					done: number;
					items: number;
					territory_code: string;
				}[];
			};
			poll_by_token: {
				Args: { token_hash: string };
				Returns: {
					closes_at: string;
					community_name: string;
					questions: Json;
					state: string;
				}[];
			};
			poll_overview: {
				Args: { community_id: string };
				Returns: {
					assessment_id: string;
					ballots: number;
					closes_at: string;
					counts: Json;
					created_at: string;
					id: string;
					questions: Json;
					state: string;
				}[];
			};
			public_activity_evidence: {
				Args: { as_of?: string };
				Returns: {
					activities: number;
					communities: number;
					end_last: string;
					end_last_precision: string;
					end_last_starts_on: string;
					fresh_last: string;
					fresh_last_imprecise: boolean;
					fresh_second: string;
					reachable_by: string;
					reachable_on: string;
					survey_finding: string;
					survey_on: string;
					survey_organisation: string;
					territory_code: string;
				}[];
			};
			published_assessments: { Args: Record<PropertyKey, never>; Returns: Json };
			record_export: { Args: { region?: string; what: string }; Returns: undefined };
			record_survey: { Args: { data: Json }; Returns: string };
			register_community: { Args: { data: Json }; Returns: string };
			remove_place: { Args: { id: string }; Returns: undefined };
			remove_zone_version: { Args: { valid_from: string; zone_id: string }; Returns: boolean };
			renew_invitation: {
				Args: { expires_at: string; id: string; new_token_hash: string };
				Returns: undefined;
			};
			reply_plan_item: {
				Args: { expected_updated_at: string; id: string; text: string };
				Returns: undefined;
			};
			respondent_link_by_token: {
				Args: { token_hash: string };
				Returns: {
					border_zone: boolean;
					checklist_id: string;
					checklist_version: string;
					community_name: string;
					expires_at: string;
					form: string;
					round: string;
					state: string;
				}[];
			};
			respondent_view: { Args: { token_hash: string }; Returns: Json };
			resubmit_community: { Args: { data: Json; id: string }; Returns: undefined };
			review_community: {
				Args: {
					decision: string;
					expected_updated_at?: string;
					id: string;
					merge_into?: string;
					message?: string;
				};
				Returns: undefined;
			};
			revoke_invitation: { Args: { id: string }; Returns: undefined };
			revoke_respondent_link: { Args: { id: string; respondents_too?: boolean }; Returns: undefined };
			save_activity: { Args: { data: Json }; Returns: string };
			save_organisation: { Args: { data: Json }; Returns: string };
			save_place: { Args: { data: Json }; Returns: string };
			save_plan_item: { Args: { data: Json }; Returns: Json };
			save_profile: { Args: { display_name: string; locale: string }; Returns: undefined };
			save_zone: { Args: { data: Json }; Returns: string };
			schema_version: { Args: Record<PropertyKey, never>; Returns: string };
			scope_members: {
				Args: { scope_id: string; scope_kind: string };
				Returns: {
					created_at: string;
					display_name: string;
					expires_at: string;
					membership_id: string;
					role: string;
					user_id: string;
				}[];
			};
			set_figures_agreed: { Args: { agreed: boolean; id: string }; Returns: undefined };
			shared_plan_items: {
				Args: Record<PropertyKey, never>;
				Returns: {
					community_id: string;
					created_at: string;
					due_on: string;
					helper: string;
					id: string;
					municipality_reply: string;
					owner_role: string;
					replied_at: string;
					status: string;
					text: string;
					updated_at: string;
				}[];
			};
			similar_communities: {
				Args: { name: string; territory_code: string };
				Returns: {
					id: string;
					kind: string;
					name: string;
					own: boolean;
					pending: boolean;
					same_place: boolean;
					territory_code: string;
				}[];
			};
			start_assessment: { Args: { data: Json }; Returns: string };
			start_poll: { Args: { data: Json }; Returns: string };
			submit_assessment: {
				Args: { as_of: string; assessment_id: string; expected_state: number; result: Json; user_id: string };
				Returns: undefined;
			};
			undo_indicator_import: { Args: { id: string }; Returns: number };
			update_assessment: { Args: { data: Json; id: string }; Returns: undefined };
			update_community: { Args: { data: Json; id: string }; Returns: undefined };
			write_answers: { Args: { assessment_id: string; writes: Json }; Returns: Json };
			write_respondent_answers: { Args: { token_hash: string; writes: Json }; Returns: Json };
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		keyof (DefaultSchema['Tables'] & DefaultSchema['Views']) | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {}
	}
} as const;
