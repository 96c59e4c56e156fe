package tsunagu.review;

import tsunagu.company.CompanyName;

/**
 * Something a company has published, as the city looks at it before taking it down.
 *
 * @param code the last part of its public address
 * @param over nobody can find it any more, for whatever reason, and the company cannot bring it back
 * @param takenDownWhy what the city said when it took it down; "" when it did not
 */
public record Published(
        String code, String title, CompanyName company, boolean over, String takenDownWhy, int version) {}
