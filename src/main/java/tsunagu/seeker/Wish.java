package tsunagu.seeker;

import java.util.Set;
import java.util.function.Predicate;
import tsunagu.posting.Employment;
import tsunagu.search.Facet;
import tsunagu.shared.Classification;

/**
 * 希望と条件: what a person can wish for or brings along. Neither age, sex, name of a school nor nationality is among them, so none of them
 * can enter a suggestion.
 */
public enum Wish {
    AREA(Facet.AREA, Classification.AREAS::has, true),
    /** major and middle groups of 厚生労働省編職業分類 */
    OCCUPATION(Facet.OCCUPATION, Classification.OCCUPATIONS::has, true),
    /** major and middle groups of 日本標準産業分類 */
    INDUSTRY(Facet.INDUSTRY, Classification.INDUSTRIES::has, true),
    EMPLOYMENT(Facet.EMPLOYMENT, value -> Set.of(names(Employment.values())).contains(value), true),
    /** yen a month, at least */
    WAGE(Facet.WAGE, Facet.WAGE.fixedValues()::contains, false),
    /** days a year, at least */
    DAYS_OFF(Facet.DAYS_OFF, Facet.DAYS_OFF.fixedValues()::contains, false),
    REMOTE(Facet.REMOTE, "yes"::equals, false),
    DORMITORY(Facet.DORMITORY, "yes"::equals, false),
    HOUSING(Facet.HOUSING, "yes"::equals, false),
    RELOCATION(Facet.RELOCATION, "yes"::equals, false),
    /** 仕事体験の交通費・宿泊費の補助 */
    SUBSIDY(Facet.SUBSIDY, "yes"::equals, false),
    /** 資格・免許 they have: what postings ask for is compared with it. "NONE" says that they have none. */
    LICENCE(null, value -> value.equals("NONE") || Classification.LICENCES.has(value), true);

    private final Facet facet;
    private final Predicate<String> knows;
    private final boolean several;

    Wish(Facet facet, Predicate<String> knows, boolean several) {
        this.facet = facet;
        this.knows = knows;
        this.several = several;
    }

    private static String[] names(Employment[] values) {
        return java.util.Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    /** What it is compared with; null for what they bring along. */
    public Facet facet() {
        return facet;
    }

    /** What it weighs as long as nobody has said how much. */
    public Weight usualWeight() {
        return this == OCCUPATION ? Weight.USUAL_OF_THE_WORK : Weight.USUAL;
    }

    public boolean knows(String value) {
        return knows.test(value);
    }

    /** More than one value can be chosen. */
    public boolean several() {
        return several;
    }

    /** The consent under which it is kept: what they wish, or what they bring along. */
    public String purpose() {
        return this == LICENCE ? "licences" : "wishes";
    }
}
