package tsunagu.posting.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.posting.Term;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Finding;
import tsunagu.shared.DomainException;
import tsunagu.shared.EatenZero;
import tsunagu.shared.PastedTable;
import tsunagu.shared.Secrets;
import tsunagu.shared.TelephoneNumber;
import tsunagu.shared.Words;
import tsunagu.web.FormErrors;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** A company brings many postings out of a spreadsheet: looked at first, then all of them become drafts or none. */
@Named
@ViewScoped
public class JobImportPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** 求人番号: five digits of the office, eight of the posting. */
    private static final int HELLO_WORK_DIGITS = 13;

    private static final Set<String> YES =
            Set.of(Words.japanese("posting.import.yes").split(" "));

    /**
     * @param number of the line, the first one below the names is 1
     * @param problems that keep the table from being taken
     * @param open what the rules still find; the draft can be taken all the same
     */
    public record Line(int number, String title, List<String> problems, List<String> open) implements Serializable {}

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private JobForm form;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final String ticket = Secrets.name(6);
    private String text = "";
    private ArrayList<Line> lines = new ArrayList<>();
    private ArrayList<String> unknown = new ArrayList<>();

    public void preview() {
        read();
    }

    public void take() {
        List<JobSheet> sheets = read();
        if (sheets.isEmpty() || !isReady()) {
            return;
        }
        if (errors.attempt(() -> submissions.startAll(ticket, sheets))) {
            web.go(web.url("/company") + "?done=imported&count=" + sheets.size());
        }
    }

    private List<JobSheet> read() {
        lines = new ArrayList<>();
        unknown = new ArrayList<>();
        Map<String, String> columns = columns();
        PastedTable table;
        try {
            table = PastedTable.of(text, columns.keySet());
        } catch (DomainException e) {
            errors.add("text", texts.format(e.key(), e.arguments()));
            return List.of();
        }
        table.header().stream()
                .filter(name -> !name.isBlank() && !columns.containsKey(PastedTable.key(name)))
                .forEach(unknown::add);
        JobSheet blank = submissions.blank();
        List<JobSheet> sheets = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            List<String> problems = new ArrayList<>();
            JobSheet sheet = sheet(row, columns, blank, problems);
            List<Finding> findings = submissions.findings(sheet);
            findings.stream()
                    .filter(finding -> finding.rule().equals("J0"))
                    .forEach(finding ->
                            problems.add(texts.format("posting.rule." + finding.sentence(), finding.arguments())));
            if (sheet.text(JobSheet.Field.TITLE).isEmpty()) {
                problems.add(texts.of("posting.import.noTitle"));
            }
            List<String> open = findings.stream()
                    .filter(finding -> finding.blocks() && !finding.rule().equals("J0"))
                    .map(finding -> texts.format("posting.rule." + finding.sentence(), finding.arguments()))
                    .distinct()
                    .toList();
            lines.add(new Line(
                    table.lines().get(lines.size()), sheet.text(JobSheet.Field.TITLE), List.copyOf(problems), open));
            sheets.add(sheet);
        }
        return sheets;
    }

    private JobSheet sheet(
            Map<String, String> row, Map<String, String> columns, JobSheet blank, List<String> problems) {
        Map<String, String> answers = new LinkedHashMap<>(blank.answers());
        row.forEach((column, cell) -> {
            String id = columns.get(column);
            if (id != null && !cell.isEmpty()) {
                answers.put(id, answer(id, cell, problems));
            }
        });
        return new JobSheet(answers);
    }

    /** A choice may be written by its word or by its code. */
    private String answer(String id, String cell, List<String> problems) {
        if (form.isCheck(id)) {
            return YES.contains(PastedTable.key(cell)) ? JobSheet.YES : "";
        }
        List<SelectItem> choices = form.flatChoices(id);
        if (choices.isEmpty()) {
            Optional<String> whole = withZero(id, cell);
            whole.ifPresent(each -> problems.add(texts.of("posting.import.zero", form.label(id), cell, each)));
            return id.equals(JobSheet.of(Term.CONTACT)) ? TelephoneNumber.tidy(cell) : cell;
        }
        for (SelectItem choice : choices) {
            if (choice.getValue().equals(cell)
                    || PastedTable.key(choice.getLabel()).equals(PastedTable.key(cell))) {
                return choice.getValue().toString();
            }
        }
        problems.add(texts.of("posting.import.choice", form.label(id), cell));
        return "";
    }

    /** What a spreadsheet made a number of, which it is not. */
    private static Optional<String> withZero(String id, String cell) {
        if (id.equals(JobSheet.of(Term.CONTACT))) {
            return EatenZero.telephone(cell);
        }
        if (id.equals(JobSheet.Field.HELLO_WORK)) {
            return EatenZero.code(cell, HELLO_WORK_DIGITS);
        }
        return id.equals(JobSheet.of(Term.PLACE)) || id.equals(JobSheet.of(Term.PLACE_CHANGE))
                ? EatenZero.postcode(cell)
                : Optional.empty();
    }

    /** Compared names of columns, and the fields they are. */
    private Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        for (String id : form.ids()) {
            columns.put(PastedTable.key(id), id);
            columns.put(PastedTable.key(form.label(id)), id);
        }
        return columns;
    }

    /** The first line of a table to begin with. */
    public String getTemplate() {
        return String.join("\t", form.ids().stream().map(form::label).toList());
    }

    public boolean isReady() {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> line.problems().isEmpty());
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<String> getUnknown() {
        return unknown;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
