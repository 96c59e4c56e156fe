package tsunagu.demonstration;

import java.util.Map;
import tsunagu.company.CompanyProfile;

/**
 * A company and what its jobs and internships need to know of it.
 *
 * @param slots words for the gaps in sentences
 * @param host of the web site and of mail addresses
 */
record DrawnFirm(Trade trade, CompanyProfile profile, Map<String, String> slots, String host) {}
