package tsunagu.search;

import static tsunagu.search.Facet.*;

import java.util.List;
import java.util.Locale;

/** What can be found: one list each. */
public enum Kind {
    COMPANY(
            List.of(
                    INDUSTRY,
                    AREA,
                    RECRUITING,
                    INTERNSHIPS,
                    DORMITORY,
                    HOUSING,
                    REMOTE,
                    WOMEN,
                    ICE_AGE,
                    FOREIGN,
                    VISIT,
                    WIDE),
            List.of(Sort.BEST, Sort.NAME, Sort.NEW)),
    JOB(
            List.of(
                    AREA,
                    OCCUPATION,
                    INDUSTRY,
                    EMPLOYMENT,
                    AUDIENCE,
                    WAGE,
                    HOURLY,
                    HOLIDAYS,
                    DAYS_OFF,
                    NO_EXPERIENCE,
                    NIGHT,
                    OVERTIME,
                    CAR,
                    TRANSFER,
                    REMOTE,
                    DORMITORY,
                    HOUSING,
                    RELOCATION,
                    WOMEN,
                    ICE_AGE,
                    FOREIGN,
                    VISIT,
                    WIDE),
            List.of(Sort.BEST, Sort.NEW, Sort.CLOSING, Sort.WAGE, Sort.DAYS_OFF)),
    INTERNSHIP(
            List.of(SEASON, MONTH, TYPE, AREA, INDUSTRY, AUDIENCE, LENGTH, SUBSIDY, WIDE),
            List.of(Sort.BEST, Sort.NEW, Sort.CLOSING, Sort.BEGINS)),
    EVENT(
            List.of(WHEN, MONTH, EVENT_TYPE, AREA, PLACE, SEATS, AUDIENCE_OF_EVENT, WIDE),
            List.of(Sort.BEST, Sort.BEGINS, Sort.NEW));

    private final List<Facet> facets;
    private final List<Sort> sorts;

    Kind(List<Facet> facets, List<Sort> sorts) {
        this.facets = facets;
        this.sorts = sorts;
    }

    public List<Facet> facets() {
        return facets;
    }

    /** The first is the default: by how well the words fit, and without words the kind's natural order. */
    public List<Sort> sorts() {
        return sorts;
    }

    /** "companies", the first part of its addresses. */
    public String path() {
        return switch (this) {
            case COMPANY -> "companies";
            default -> name().toLowerCase(Locale.ROOT) + "s";
        };
    }
}
