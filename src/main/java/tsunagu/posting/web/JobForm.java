package tsunagu.posting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.posting.Employment;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.posting.rules.AgeReason;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.review.web.SheetForm;
import tsunagu.shared.Audience;
import tsunagu.shared.Classification;
import tsunagu.shared.Feature;
import tsunagu.shared.Words;

/** How a sheet is asked for and shown: its fields in groups, their words and choices. In pages: {@code #{jobForm}}. */
@Named
@ApplicationScoped
public class JobForm implements SheetForm {

    private static final Set<String> REQUIRED = Set.of(
            Field.TITLE,
            Field.OCCUPATION,
            Field.EMPLOYMENT,
            Field.AREA,
            Field.WAGE_UNIT,
            Field.WAGE_MIN,
            Field.FIXED_TERM,
            Field.FIXED_OVERTIME,
            Field.OPENS_ON,
            Field.CLOSES_ON,
            Field.AS_OF,
            Field.LAWFUL);

    private static final Set<Term> REQUIRED_TERMS = Set.of(
            Term.DUTIES,
            Term.DUTIES_CHANGE,
            Term.PERIOD,
            Term.TRIAL,
            Term.PLACE,
            Term.PLACE_CHANGE,
            Term.HOURS,
            Term.BREAK,
            Term.OVERTIME,
            Term.HOLIDAYS,
            Term.WAGE,
            Term.INSURANCE,
            Term.SMOKING,
            Term.EMPLOYER,
            Term.CONTACT);

    /** Needed after another answer: for a wage by the month, a term, 固定残業代, a limit of age, 移住支援金 (PostingRule). */
    private static final Set<String> SOMETIMES = Set.of(
            Field.DAILY_HOURS,
            Field.DAYS_OFF,
            JobSheet.of(Term.RENEWAL),
            JobSheet.of(Term.DISPATCH),
            Field.FIXED_AMOUNT,
            Field.FIXED_HOURS,
            Field.AGE_TO,
            Field.AGE_REASON,
            Field.AGE_LAW,
            Field.RETIREMENT_AGE,
            Field.HELLO_WORK,
            Field.RELOCATION_SINCE,
            Field.RELOCATION_URL);

    private static final Set<String> DATES =
            Set.of(Field.STARTS_ON, Field.OPENS_ON, Field.CLOSES_ON, Field.AS_OF, Field.RELOCATION_SINCE);

    private static final Set<String> SHORT = Set.of(
            Field.WAGE_MIN,
            Field.WAGE_MAX,
            Field.DAILY_HOURS,
            Field.DAYS_OFF,
            Field.OPENINGS,
            Field.FIXED_HOURS,
            Field.FIXED_AMOUNT,
            Field.AGE_FROM,
            Field.AGE_TO,
            Field.RETIREMENT_AGE);

    private static final Set<String> CHECKS = Set.of(Field.NO_EXPERIENCE, Field.FIXED_EXCESS, Field.LAWFUL);

    private static final Set<String> ANSWERS = Set.of(Field.FIXED_TERM, Field.FIXED_OVERTIME);

    private final List<Section> sections = List.of(
            section(
                    "work",
                    Field.TITLE,
                    Field.OCCUPATION,
                    Field.EMPLOYMENT,
                    Term.DUTIES,
                    Term.DUTIES_CHANGE,
                    Field.OPENINGS),
            audiences(),
            section("contract", Field.FIXED_TERM, Term.PERIOD, Term.RENEWAL, Term.TRIAL, Field.STARTS_ON),
            section("place", Field.AREA, Term.PLACE, Term.PLACE_CHANGE, Term.SMOKING),
            section("hours", Term.HOURS, Field.DAILY_HOURS, Term.BREAK, Term.OVERTIME, Term.HOLIDAYS, Field.DAYS_OFF),
            section(
                    "pay",
                    Field.WAGE_UNIT,
                    Field.WAGE_MIN,
                    Field.WAGE_MAX,
                    Term.WAGE,
                    Field.FIXED_OVERTIME,
                    Field.FIXED_AMOUNT,
                    Field.FIXED_HOURS,
                    Field.FIXED_EXCESS,
                    Term.ALLOWANCES,
                    Term.RAISE_BONUS),
            section("others", Term.INSURANCE, Term.RETIREMENT, Field.RETIREMENT_AGE, Term.DISPATCH, Term.EMPLOYER),
            section(
                    "apply",
                    Term.QUALIFICATIONS,
                    Field.NO_EXPERIENCE,
                    Field.AGE_FROM,
                    Field.AGE_TO,
                    Field.AGE_REASON,
                    Field.AGE_LAW,
                    Field.AGE_NOTE,
                    Term.SELECTION,
                    Term.CONTACT,
                    Field.APPLY_URL,
                    Field.HELLO_WORK,
                    Field.RELOCATION_URL,
                    Field.RELOCATION_SINCE,
                    Field.QUESTION + 1,
                    Field.QUESTION + 2,
                    Field.QUESTION + 3),
            features(),
            section("publish", Field.OPENS_ON, Field.CLOSES_ON, Field.AS_OF, Field.LAWFUL));

    @Override
    public List<Section> getSections() {
        return sections;
    }

    @Override
    public String getRoom() {
        return "posting";
    }

    @Override
    public String label(String id) {
        return JobSheet.label(id);
    }

    @Override
    public List<SelectItem> choices(String id) {
        return switch (id) {
            case Field.OCCUPATION -> occupations();
            case Field.EMPLOYMENT -> enumeration("posting.employment.", Employment.values());
            case Field.WAGE_UNIT -> enumeration("posting.wageUnit.", WageUnit.values());
            case Field.AGE_REASON -> enumeration("posting.ageReason.", AgeReason.values());
            case Field.AREA ->
                Classification.AREAS.tops().stream()
                        .map(area -> new SelectItem(area.code(), area.name()))
                        .toList();
            default -> id.startsWith(JobSheet.FEATURE) || ANSWERS.contains(id) ? yesNo(id) : List.of();
        };
    }

    private static List<SelectItem> yesNo(String id) {
        String words = ANSWERS.contains(id) ? "posting.form." + id + "." : "posting.form.feature.";
        return Stream.of(JobSheet.YES, JobSheet.NO)
                .map(answer -> new SelectItem(answer, Words.japanese(words + answer)))
                .toList();
    }

    private static List<SelectItem> enumeration(String words, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new SelectItem(value.name(), Words.japanese(words + value)))
                .toList();
    }

    private static List<SelectItem> occupations() {
        List<SelectItem> groups = new ArrayList<>();
        for (Classification.Group top : Classification.OCCUPATIONS.tops()) {
            SelectItemGroup group = new SelectItemGroup(top.name());
            group.setSelectItems(Classification.OCCUPATIONS.below(top.code()).stream()
                    .map(each -> new SelectItem(each.code(), each.name()))
                    .toArray(SelectItem[]::new));
            groups.add(group);
        }
        return groups;
    }

    private static Section section(String name, Object... fields) {
        List<Item> items = new ArrayList<>();
        for (Object field : fields) {
            if (field instanceof Term term) {
                Kind kind = term == Term.EMPLOYER ? Kind.LINE : Kind.PROSE;
                items.add(new Item(
                        JobSheet.of(term), kind, REQUIRED_TERMS.contains(term), SOMETIMES.contains(JobSheet.of(term))));
            } else {
                String id = field.toString();
                items.add(new Item(id, kind(id), REQUIRED.contains(id), SOMETIMES.contains(id)));
            }
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
        if (CHECKS.contains(id)) {
            return Kind.CHECK;
        }
        boolean choice = ANSWERS.contains(id)
                || Set.of(Field.OCCUPATION, Field.EMPLOYMENT, Field.AREA, Field.WAGE_UNIT, Field.AGE_REASON)
                        .contains(id);
        return choice ? Kind.CHOICE : Kind.LINE;
    }

    private static Section audiences() {
        return new Section(
                "audience",
                Arrays.stream(Audience.values())
                        .map(each -> new Item(JobSheet.AUDIENCE + each, Kind.CHECK, false))
                        .toList());
    }

    private static Section features() {
        return new Section(
                "features",
                Arrays.stream(Feature.values())
                        .map(each -> new Item(JobSheet.FEATURE + each, Kind.CHOICE, false))
                        .toList());
    }
}
