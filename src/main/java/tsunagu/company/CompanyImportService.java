package tsunagu.company;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tsunagu.company.CompanyTable.Line;
import tsunagu.company.CompanyTable.Problem;
import tsunagu.shared.Classification;
import tsunagu.shared.CorporateNumber;
import tsunagu.shared.DomainException;
import tsunagu.shared.LongWork;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Role;
import tsunagu.shared.Typed;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;

/** Staff bring companies in from a table: looked at line by line first, then all of them or none. */
@ApplicationScoped
@Transactional
public class CompanyImportService {

    static final List<String> COLUMNS = List.of(
            "number",
            "noNumber",
            "name",
            "reading",
            "summary",
            "industry",
            "place",
            "area",
            "address",
            "employees",
            "website");

    /** Companies that are held in memory until they are let go: every further one is compared with all of them. */
    private static final int AT_A_TIME = 100;

    @Inject
    private CompanyRepository companies;

    @Inject
    private CompanyService companyService;

    @Inject
    private Validator validator;

    /** The first line of a table to begin with. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<String> columns() {
        return COLUMNS.stream().map(CompanyImportService::label).toList();
    }

    @UseCase(allow = Role.STAFF, changes = false)
    public CompanyTable read(String text) {
        Map<String, String> known = new HashMap<>();
        COLUMNS.forEach(column -> known.put(PastedTable.key(label(column)), column));
        PastedTable table = PastedTable.of(text, known.keySet(), PastedTable.MOST_KEPT_ROWS);
        List<String> unknown = table.header().stream()
                .filter(name -> !name.isBlank() && !known.containsKey(PastedTable.key(name)))
                .toList();
        List<Line> lines = new ArrayList<>();
        Seen seen = new Seen(companies.identities());
        for (Map<String, String> row : table.rows()) {
            Map<String, String> cells = new HashMap<>();
            row.forEach((column, cell) -> {
                if (known.containsKey(column)) {
                    cells.put(known.get(column), cell);
                }
            });
            lines.add(line(table.lines().get(lines.size()), cells, seen));
        }
        return new CompanyTable(lines, unknown);
    }

    /**
     * @param progress told after every company
     * @throws DomainException when a line has a problem; then nothing is entered
     */
    @UseCase(allow = Role.STAFF)
    public int take(String text, LongWork.Progress progress) {
        List<Line> lines = ready(text);
        for (int i = 0; i < lines.size(); i++) {
            companyService.enter(lines.get(i).form().profile());
            if ((i + 1) % AT_A_TIME == 0) {
                companies.letGo();
            }
            progress.told(i + 1, lines.size());
        }
        return lines.size();
    }

    private List<Line> ready(String text) {
        CompanyTable table = read(text);
        if (!table.ready()) {
            throw new DomainException("company.error.table");
        }
        return table.lines();
    }

    private Line line(int number, Map<String, String> cells, Seen seen) {
        List<Problem> problems = new ArrayList<>();
        Typed<Integer> employees = Typed.wholeNumber(cell(cells, "employees"));
        if (employees.unreadable()) {
            problems.add(new Problem("company.error.employees", cell(cells, "employees")));
        }
        AdmissionForm form = new AdmissionForm(
                corporateNumber(cell(cells, "number"), problems),
                cell(cells, "noNumber"),
                cell(cells, "name"),
                cell(cells, "reading"),
                cell(cells, "summary"),
                code(Classification.INDUSTRIES, cell(cells, "industry")),
                cell(cells, "place").isEmpty() ? Words.japanese("company.admission.headOffice") : cell(cells, "place"),
                code(Classification.AREAS, cell(cells, "area")),
                cell(cells, "address"),
                employees.value(),
                cell(cells, "website"),
                "",
                EnumSet.allOf(AdmissionGround.class));
        validator.validate(form).stream()
                // The contact is asked of who applies, and no column of the table.
                .filter(violation -> !violation.getPropertyPath().toString().equals("phone"))
                .map(violation ->
                        new Problem(violation.getMessage(), Objects.toString(violation.getInvalidValue(), "")))
                .filter(problem ->
                        problems.stream().noneMatch(each -> each.key().equals(problem.key())))
                .forEach(problems::add);
        if (!form.industry().isEmpty() && !Classification.INDUSTRIES.has(form.industry())) {
            problems.add(new Problem("company.error.industry", form.industry()));
        }
        if (!form.area().isEmpty() && !Classification.AREAS.has(form.area())) {
            problems.add(new Problem("company.error.area", form.area()));
        }
        if (form.corporateNumber().isEmpty() && form.noNumberWhy().isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("company.error.numberMissing", ""));
        }
        seen.again(form).ifPresent(problems::add);
        return new Line(number, form.name(), form, problems);
    }

    private static String corporateNumber(String typed, List<Problem> problems) {
        if (typed.isEmpty()) {
            return "";
        }
        try {
            return CorporateNumber.parse(typed).digits();
        } catch (DomainException wrong) {
            problems.add(new Problem(wrong.key(), typed));
            return "";
        }
    }

    /** By code or by name. */
    private static String code(Classification classification, String written) {
        return classification.has(written)
                ? written
                : classification.codeOf(written).orElse(written);
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static String label(String column) {
        return Words.japanese("company.admission." + column);
    }

    /** Companies that are there, and those of the lines above. */
    private static final class Seen {

        private final Set<String> numbers = new HashSet<>();
        private final Set<String> names = new HashSet<>();

        Seen(List<CompanyRepository.Identity> identities) {
            identities.forEach(each -> {
                if (each.corporateNumber() != null) {
                    numbers.add(each.corporateNumber());
                }
                names.add(NameFold.of(each.company().name()));
            });
        }

        Optional<Problem> again(AdmissionForm form) {
            boolean number = !form.corporateNumber().isEmpty() && !numbers.add(form.corporateNumber());
            boolean name = !form.name().isEmpty() && !names.add(NameFold.of(form.name()));
            if (number) {
                return Optional.of(new Problem("company.error.numberThere", form.corporateNumber()));
            }
            return name ? Optional.of(new Problem("company.error.nameThere", form.name())) : Optional.empty();
        }
    }
}
