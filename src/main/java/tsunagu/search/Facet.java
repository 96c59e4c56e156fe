package tsunagu.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.shared.Classification;
import tsunagu.shared.Classification.Group;
import tsunagu.shared.Feature;

/**
 * A question a list can be narrowed by. Values chosen within one facet are alternatives, facets are joined by "and"; the
 * counts of a facet ignore its own choice. {@link #UNSTATED} is a value like any other.
 */
public enum Facet {
    /** 日本標準産業分類: a record is under its major and its middle group */
    INDUSTRY("industry", Style.MANY),
    /** 厚生労働省編職業分類 */
    OCCUPATION("occupation", Style.MANY),
    AREA("area", Style.MANY),
    EMPLOYMENT("employment", Style.MANY, "REGULAR", "CONTRACT", "PART_TIME", "DISPATCH"),
    AUDIENCE("for", Style.MANY, "UNIVERSITY", "KOSEN", "JUNIOR_COLLEGE", "GRADUATED", "UIJ_TURN", "GENERAL"),
    /** yen a month, at least */
    WAGE("wage", Style.AT_LEAST, "180000", "200000", "220000", "250000", "300000", "350000"),
    /** yen an hour, at least */
    HOURLY("hourly", Style.AT_LEAST, "1100", "1200", "1300", "1500"),
    /** days a year, at least */
    DAYS_OFF("daysoff", Style.AT_LEAST, "100", "105", "110", "115", "120", "125"),
    /** what the words on days off say: Saturdays, Sundays and holidays; two days a week */
    HOLIDAYS("holidays", Style.MANY, "WEEKEND", "TWO_DAYS"),
    /** no experience asked for */
    NO_EXPERIENCE("noexperience", Style.ONE, "yes", "no"),
    /** work between 22:00 and 5:00 */
    NIGHT("night", Style.ONE, "no", "yes"),
    /** hours a month, at most */
    OVERTIME("overtime", Style.AT_LEAST, "0", "10", "20", "30"),
    CAR("car", Style.ONE, "yes", "no"),
    /** a transfer for which one has to move */
    TRANSFER("transfer", Style.ONE, "no", "yes"),
    REMOTE("remote", Style.ONE, "yes", "no"),
    DORMITORY("dormitory", Style.ONE, "yes", "no"),
    HOUSING("housing", Style.ONE, "yes", "no"),
    /** 移住支援金の対象 */
    RELOCATION("relocation", Style.ONE, "yes", "no"),
    WOMEN("women", Style.ONE, "yes", "no"),
    ICE_AGE("iceage", Style.ONE, "yes", "no"),
    FOREIGN("foreign", Style.ONE, "yes", "no"),
    VISIT("visit", Style.ONE, "yes", "no"),
    /** Companies with an open posting; follows the postings by itself. */
    RECRUITING("recruiting", Style.ONE, "yes", "no"),
    /** Companies with an open internship. */
    INTERNSHIPS("internships", Style.ONE, "yes", "no"),
    /** The four types of the agreement of three ministries. */
    TYPE("type", Style.MANY, "1", "2", "3", "4"),
    /** the vacation of schools it lies in */
    SEASON("season", Style.MANY, "SUMMER", "WINTER", "SPRING"),
    /** days */
    LENGTH("length", Style.MANY, "1", "2-4", "5-9", "10-"),
    SUBSIDY("subsidy", Style.ONE, "yes", "no"),
    WHEN("when", Style.STATE, "past"),
    /** Also what holds the words only aside. */
    WIDE("wide", Style.STATE, "yes"),
    /** "2026-12": months of the sessions */
    MONTH("month", Style.MANY),
    EVENT_TYPE(
            "type",
            Style.MANY,
            "GUIDANCE",
            "JOINT_BRIEFING",
            "COMPANY_TOUR",
            "SEMINAR",
            "WORK_EXPERIENCE",
            "SCHOOL_VISIT",
            "OUTSIDE_FAIR",
            "COMPANY_EXCHANGE",
            "OTHER"),
    PLACE("place", Style.ONE, "hall", "online"),
    /** Whether somebody can register now; asked of the seat counters at every request. */
    SEATS("seats", Style.ONE, "yes", "no"),
    AUDIENCE_OF_EVENT(
            "for",
            Style.MANY,
            "STUDENT",
            "UNIVERSITY",
            "KOSEN",
            "HIGH_SCHOOL",
            "JUNIOR_HIGH",
            "PUPIL",
            "GUARDIAN",
            "TEACHER",
            "JOB_SEEKER",
            "EMPLOYEE",
            "GENERAL");

    /** The value of records that do not say. */
    public static final String UNSTATED = "-";

    /** How a facet is chosen from. */
    public enum Style {
        /** several */
        MANY,
        /** one of few, in a menu */
        ONE,
        /** a threshold; records are under every threshold they reach, or do not pass */
        AT_LEAST,
        /** not counted: says which set is listed */
        STATE
    }

    /** Full width, too. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\uFF08][^)\\uFF09]*[)\\uFF09]");

    private static final Map<Facet, Classification> CLASSIFIED = Map.of(
            INDUSTRY, Classification.INDUSTRIES, OCCUPATION, Classification.OCCUPATIONS, AREA, Classification.AREAS);

    private final String parameter;
    private final Style style;
    private final List<String> values;

    Facet(String parameter, Style style, String... values) {
        this.parameter = parameter;
        this.style = style;
        this.values = List.of(values);
    }

    /** Its name in addresses. */
    public String parameter() {
        return parameter;
    }

    public Style style() {
        return style;
    }

    /** Top values in their fixed order, without {@link #UNSTATED}; empty for those that follow the data (months). */
    public List<String> fixedValues() {
        Classification classification = CLASSIFIED.get(this);
        return classification == null
                ? values
                : classification.tops().stream().map(Group::code).toList();
    }

    /** Finer values under one. */
    public List<String> below(String value) {
        Classification classification = CLASSIFIED.get(this);
        return classification == null
                ? List.of()
                : classification.below(value).stream().map(Group::code).toList();
    }

    public Optional<Classification> classification() {
        return Optional.ofNullable(CLASSIFIED.get(this));
    }

    boolean knows(String value) {
        if (this == MONTH) {
            return value.matches("20[0-9]{2}-(0[1-9]|1[0-2])");
        }
        if (value.equals(UNSTATED)) {
            return style != Style.STATE && this != RECRUITING && this != INTERNSHIPS && this != SEATS;
        }
        Classification classification = CLASSIFIED.get(this);
        return classification == null ? values.contains(value) : classification.has(value);
    }

    /** The facet that asks for something a company or posting offers. */
    public static Facet of(Feature feature) {
        return switch (feature) {
            case REMOTE -> REMOTE;
            case DORMITORY -> DORMITORY;
            case HOUSING_ALLOWANCE -> HOUSING;
            case WOMEN_FRIENDLY -> WOMEN;
            case ICE_AGE -> ICE_AGE;
            case FOREIGN_WORKERS -> FOREIGN;
            case VISIT -> VISIT;
        };
    }

    /**
     * Values of a classification whose names have letters in a row in common with a word: at least two and half of the word, those with most
     * first. What a name says in brackets (those not classified elsewhere) says nothing about a trade.
     */
    List<String> like(String normalised) {
        Map<String, Integer> common = new LinkedHashMap<>();
        for (String top : fixedValues()) {
            for (String value :
                    Stream.concat(Stream.of(top), below(top).stream()).toList()) {
                String name = IN_BRACKETS
                        .matcher(CLASSIFIED.get(this).get(value).name())
                        .replaceAll("");
                int letters = inCommon(SearchText.normalise(name), normalised);
                if (letters > 1 && letters * 2 >= normalised.length()) {
                    common.put(value, letters);
                }
            }
        }
        return common.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int inCommon(String name, String word) {
        int most = 0;
        for (int from = 0; from < word.length(); from++) {
            while (from + most < word.length() && name.contains(word.substring(from, from + most + 1))) {
                most++;
            }
        }
        return most;
    }

    /** As records carry it: "area=SENMAYA". */
    public String tag(String value) {
        return parameter + "=" + value;
    }

    /** @param answer null when not stated */
    public String tag(Boolean answer) {
        return tag(answer == null ? UNSTATED : answer ? "yes" : "no");
    }

    /** Every threshold that is reached, zero included; {@link #UNSTATED} when there is no number. */
    public List<String> tagsUpTo(Integer number) {
        if (number == null) {
            return List.of(tag(UNSTATED));
        }
        return Stream.concat(Stream.of("0"), values.stream())
                .filter(threshold -> Integer.parseInt(threshold) <= number)
                .map(this::tag)
                .toList();
    }

    /** Every threshold that is not passed; {@link #UNSTATED} when there is no number. */
    public List<String> tagsDownTo(Integer number) {
        if (number == null) {
            return List.of(tag(UNSTATED));
        }
        List<String> tags = values.stream()
                .filter(threshold -> Integer.parseInt(threshold) >= number)
                .map(this::tag)
                .toList();
        // More than the last threshold is stated, too.
        return tags.isEmpty() ? List.of(tag("more")) : tags;
    }

    /** The group and the one above it. */
    public List<String> tagsOf(String code) {
        Classification classification = CLASSIFIED.get(this);
        return Stream.of(classification.top(code).code(), code)
                .distinct()
                .map(this::tag)
                .toList();
    }

    /** Of a tag and a kind. */
    public static Optional<Facet> ofTag(Kind kind, String tag) {
        return kind.facets().stream()
                .filter(facet -> tag.startsWith(facet.parameter + "="))
                .findFirst();
    }

    static Map<String, Facet> byParameter(Kind kind) {
        return kind.facets().stream().collect(Collectors.toMap(Facet::parameter, facet -> facet));
    }

    @Override
    public String toString() {
        return parameter;
    }

    static List<Facet> counted(Kind kind) {
        return kind.facets().stream()
                .filter(facet -> facet.style != Style.STATE)
                .toList();
    }
}
