package tsunagu.internship.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.internship.Disclosure;
import tsunagu.internship.InternshipSheet;
import tsunagu.internship.InternshipType;
import tsunagu.review.web.SheetForm;
import tsunagu.shared.Audience;
import tsunagu.shared.Classification;
import tsunagu.shared.Words;

/** How an internship is asked for and shown. In pages: {@code #{internshipForm}}. */
@Named
@ApplicationScoped
public class InternshipForm implements SheetForm {

    private static final Set<String> DATES = Set.of(
            InternshipSheet.STARTS_ON,
            InternshipSheet.ENDS_ON,
            InternshipSheet.OPENS_ON,
            InternshipSheet.CLOSES_ON,
            InternshipSheet.AS_OF);

    private static final Set<String> SHORT =
            Set.of(InternshipSheet.DAYS, InternshipSheet.WORKPLACE_DAYS, InternshipSheet.CAPACITY);

    private static final Set<String> CHOICES =
            Set.of(InternshipSheet.TYPE, InternshipSheet.AREA, InternshipSheet.DATA_USED);

    private static final Set<String> PROSE = Set.of(InternshipSheet.CONTENT, InternshipSheet.SUPERVISION);

    private static final Set<String> OPTIONAL = Set.of(
            InternshipSheet.HOURS,
            InternshipSheet.PLACE,
            InternshipSheet.SUPERVISION,
            InternshipSheet.SUBSIDY,
            InternshipSheet.CAPACITY);

    private final List<Section> sections = List.of(
            section("what", InternshipSheet.TYPE, InternshipSheet.TITLE, InternshipSheet.CONTENT),
            new Section(
                    "audience",
                    Arrays.stream(Audience.values())
                            .filter(each -> each != Audience.UIJ_TURN && each != Audience.GENERAL)
                            .map(each -> new Item(InternshipSheet.AUDIENCE + each, Kind.CHECK, false))
                            .toList()),
            section(
                    "when",
                    InternshipSheet.STARTS_ON,
                    InternshipSheet.ENDS_ON,
                    InternshipSheet.HOURS,
                    InternshipSheet.DAYS,
                    InternshipSheet.WORKPLACE_DAYS,
                    InternshipSheet.AREA,
                    InternshipSheet.PLACE),
            section(
                    "how",
                    InternshipSheet.SUPERVISION,
                    InternshipSheet.DATA_USED,
                    InternshipSheet.PAY,
                    InternshipSheet.SUBSIDY,
                    InternshipSheet.SELECTION,
                    InternshipSheet.CAPACITY),
            new Section(
                    "disclosures",
                    Arrays.stream(Disclosure.values())
                            .map(each -> new Item(InternshipSheet.DISCLOSURE + each, Kind.PROSE, false))
                            .toList()),
            section("publish", InternshipSheet.OPENS_ON, InternshipSheet.CLOSES_ON, InternshipSheet.AS_OF));

    @Override
    public String getRoom() {
        return "internship";
    }

    @Override
    public List<Section> getSections() {
        return sections;
    }

    @Override
    public String label(String id) {
        return InternshipSheet.label(id);
    }

    @Override
    public List<SelectItem> choices(String id) {
        return switch (id) {
            case InternshipSheet.TYPE ->
                Arrays.stream(InternshipType.values())
                        .map(type -> new SelectItem(type.name(), Words.japanese("internship.type." + type.number())))
                        .toList();
            case InternshipSheet.AREA ->
                Classification.AREAS.tops().stream()
                        .map(area -> new SelectItem(area.code(), area.name()))
                        .toList();
            case InternshipSheet.DATA_USED ->
                Stream.of("no", InternshipSheet.YES)
                        .map(answer -> new SelectItem(answer, Words.japanese("internship.form.dataUsed." + answer)))
                        .toList();
            default -> List.of();
        };
    }

    private static Section section(String name, String... fields) {
        List<Item> items = new ArrayList<>();
        for (String id : fields) {
            items.add(new Item(id, kind(id), !OPTIONAL.contains(id)));
        }
        return new Section(name, items);
    }

    private static Kind kind(String id) {
        if (DATES.contains(id)) {
            return Kind.DATE;
        }
        if (SHORT.contains(id)) {
            return Kind.SHORT;
        }
        if (CHOICES.contains(id)) {
            return Kind.CHOICE;
        }
        return PROSE.contains(id) ? Kind.PROSE : Kind.LINE;
    }
}
