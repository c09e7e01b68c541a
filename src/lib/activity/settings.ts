/** Months of the activity status rule. "Within n months" of a day D: on or after D minus n calendar months. */
export interface ActivitySettings {
	/** One activity this recent makes a unit active. */
	freshMonths: number;
	/** Two activities this recent do as well. */
	freshPairMonths: number;
	/** So does a survey that found people active. */
	surveyActiveMonths: number;
	/** Somebody could be reached: emerging. */
	reachableMonths: number;
	/** Something ended this recently: dormant. */
	endMonths: number;
	/** A survey found people who have gone quiet: dormant. */
	surveyDormantMonths: number;
	/** How long "nobody" found by a survey is believed. */
	surveyNobodyMonths: number;
	/** A survey says "active", yet nothing ended within these months: to be checked. */
	silentMonths: number;
}

/** The months in force. That a period longer than 12 months counts from its first day is part of the facts. */
export const ACTIVITY_SETTINGS: ActivitySettings = {
	freshMonths: 12,
	freshPairMonths: 24,
	surveyActiveMonths: 12,
	reachableMonths: 18,
	endMonths: 60,
	surveyDormantMonths: 24,
	surveyNobodyMonths: 24,
	silentMonths: 24
};
