package tsunagu.finding.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.util.List;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.shared.Area;
import tsunagu.shared.Areas;
import tsunagu.shared.Classification;
import tsunagu.web.Dates;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Words for facets, their values, and codes of the published lists, in the visitor's language. */
@Named
@RequestScoped
public class FacetWords {

    @Inject
    private Texts texts;

    @Inject
    private Dates dates;

    @Inject
    private Web web;

    public String name(Facet facet) {
        return texts.of("search.facet." + facet.name());
    }

    public String value(Facet facet, String value) {
        if (value.equals(Facet.UNSTATED)) {
            return texts.of(
                    switch (facet) {
                        case WAGE -> "search.notMonthly";
                        case HOURLY -> "search.notHourly";
                        default -> "search.unstated";
                    });
        }
        if (facet == Facet.AREA) {
            return area(value);
        }
        if (facet.classification().isPresent()) {
            return facet.classification().get().get(value).name(web.isEnglish());
        }
        return switch (facet) {
            case EMPLOYMENT -> texts.of("posting.employment." + value);
            case AUDIENCE -> texts.of("web.audience." + value);
            case WAGE -> texts.of("search.wageFrom", Integer.parseInt(value));
            case HOURLY -> texts.of("search.hourlyFrom", Integer.parseInt(value));
            case DAYS_OFF -> texts.of("search.daysOffFrom", Integer.parseInt(value));
            case OVERTIME ->
                value.equals("0")
                        ? texts.of("search.overtimeNone")
                        : texts.of("search.overtimeUpTo", Integer.parseInt(value));
            case TYPE -> texts.of("internship.type." + value);
            case EVENT_TYPE -> texts.of("event.type." + value);
            case MONTH -> dates.month(YearMonth.parse(value).atDay(1));
            case HOLIDAYS, SEASON, LENGTH, PLACE, AUDIENCE_OF_EVENT, WHEN, WIDE ->
                texts.of("search." + facet.parameter() + "." + value);
            default -> texts.of("search.answer." + value);
        };
    }

    /** What a chosen condition says on its own: "area: Senmaya", or just "with dormitory". */
    public String condition(Facet facet, String value) {
        return switch (facet.style()) {
            case ONE -> texts.of("search.condition", name(facet), value(facet, value));
            default ->
                value.equals(Facet.UNSTATED)
                        ? texts.of("search.condition", name(facet), value(facet, value))
                        : value(facet, value);
        };
    }

    /** What a mark says: a condition, or one of those that are no facet of the list. */
    String mark(Kind kind, String tag) {
        String value = tag.substring(tag.indexOf('=') + 1);
        return Facet.ofTag(kind, tag)
                .map(facet -> condition(facet, value))
                .orElseGet(() -> texts.of("search.mark." + tag.replace('=', '.')));
    }

    public String industry(String code) {
        return Classification.INDUSTRIES.get(code).name(web.isEnglish());
    }

    public String majorIndustry(String code) {
        return Classification.INDUSTRIES.top(code).name(web.isEnglish());
    }

    public String occupation(String code) {
        return Classification.OCCUPATIONS.get(code).name(web.isEnglish());
    }

    /** In plain Japanese with its reading: names of places are the hardest to read. */
    public String area(String code) {
        return web.isEasy() ? areaRead(code) : Classification.AREAS.get(code).name(web.isEnglish());
    }

    /** An area's name with its reading; in English its name. */
    String areaRead(String code) {
        Area area = Areas.find(code).orElseThrow(() -> new IllegalArgumentException("No area " + code));
        return web.isEnglish() ? area.english() : texts.of("search.class.reading", area.name(), area.reading());
    }

    public String areas(List<String> codes) {
        return String.join(
                texts.of("web.listSeparator"), codes.stream().map(this::area).toList());
    }

    public String kind(Kind kind) {
        return texts.of("search.kind." + kind);
    }
}
