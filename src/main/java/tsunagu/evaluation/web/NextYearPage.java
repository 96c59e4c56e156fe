package tsunagu.evaluation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.evaluation.EvaluationService;
import tsunagu.plan.NewProgramme;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeName;
import tsunagu.plan.ProgrammeService;
import tsunagu.plan.ProgrammeWords;
import tsunagu.shared.FiscalYear;
import tsunagu.web.FieldWords;
import tsunagu.web.FormErrors;
import tsunagu.web.SharedForm;
import tsunagu.web.SheetMerge;
import tsunagu.web.Texts;
import tsunagu.web.Web;

/** Staff make next year's plan out of this year's, and add what begins. */
@Named
@ViewScoped
public class NextYearPage implements Serializable, FieldWords {

    private static final long serialVersionUID = 1L;

    @Inject
    private EvaluationService evaluations;

    @Inject
    private ProgrammeService programmes;

    @Inject
    private PlanService plan;

    @Inject
    private FormErrors errors;

    @Inject
    private Texts texts;

    @Inject
    private Web web;

    private final HashMap<String, String> typed = new HashMap<>();
    private final SharedForm said = new SharedForm();
    private transient List<ProgrammeName> listed;

    public FiscalYear getYear() {
        return web.fiscalYear();
    }

    public FiscalYear getNext() {
        return getYear().next();
    }

    public boolean isNumbered() {
        return programmes.numbered(getNext());
    }

    public List<PlanTree.Strategy> getStrategies() {
        Map<Integer, PlanTree.Strategy> strategies = new LinkedHashMap<>();
        for (FiscalYear year : List.of(getYear(), getYear().next())) {
            plan.plan(year).policies().stream()
                    .flatMap(each -> each.strategies().stream())
                    .forEach(each -> strategies.putIfAbsent(each.key(), each));
        }
        return List.copyOf(strategies.values());
    }

    public void carryOver() {
        if (errors.attempt(() -> evaluations.carryOver(getYear()))) {
            again("carried");
        }
    }

    public void carryOverAgain() {
        if (errors.attempt(
                () -> evaluations.carryOverAgain(getYear(), of("why")), Map.of("plan.error.renumberWhy", "why"))) {
            again("carried");
        }
    }

    public long getUndirected() {
        return evaluations.undirected(getYear());
    }

    public void add() {
        String strategy = of("strategyNo");
        if (errors.attempt(
                () -> programmes.add(new NewProgramme(
                        getNext(),
                        strategy.isEmpty() ? null : Integer.valueOf(strategy),
                        of("name"),
                        of("summary"),
                        of("measure"),
                        of("unit"))),
                Map.of("plan.error.programmeTwice", "name"))) {
            again("added");
        }
    }

    /** The programme whose name and 備考 are written; null while none is chosen. */
    public ProgrammeName getChosen() {
        String id = web.parameter("programme").orElse(null);
        return id == null
                ? null
                : getProgrammes().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    /** Next year's programmes, in the order of their numbers. */
    public List<ProgrammeName> getProgrammes() {
        if (listed == null) {
            listed = plan.plan(getNext()).policies().stream()
                    .flatMap(policy -> policy.strategies().stream())
                    .flatMap(strategy -> strategy.programmes().stream())
                    .map(PlanTree.Programme::name)
                    .filter(each -> getNext().code().equals(each.codeYear()))
                    .toList();
        }
        return listed;
    }

    public void say() {
        ProgrammeName of = getChosen();
        ProgrammeWords words = words(of, getWords());
        errors.check(words);
        if (errors.isNone()
                && said.save(
                        errors,
                        () -> programmes.say(words(of, said.getBase()), words),
                        this::wordsNow,
                        Map.of("plan.error.programmeTwice", "newName"))) {
            again("words");
        }
    }

    /** Name and 備考 of the chosen programme, as they are being written. */
    public Map<String, String> getWords() {
        return said.typed(this::wordsNow);
    }

    public List<SheetMerge.Conflict> getConflicts() {
        return said.getConflicts();
    }

    private Map<String, String> wordsNow() {
        listed = null;
        ProgrammeName of = getChosen();
        return Map.of("newName", of == null ? "" : of.name(), "remark", of == null ? "" : of.remark());
    }

    private ProgrammeWords words(ProgrammeName of, Map<String, String> words) {
        return new ProgrammeWords(
                getNext(),
                of == null ? "" : of.id(),
                words.get("newName").strip(),
                words.get("remark").strip());
    }

    @Override
    public String label(String field) {
        return texts.of("evaluation.next." + field);
    }

    private void again(String done) {
        web.go(web.url("/staff/next-year") + "?year=" + getYear().code() + "&done=" + done);
    }

    private String of(String field) {
        String value = typed.get(field);
        return value == null ? "" : value;
    }

    public Map<String, String> getTyped() {
        return typed;
    }
}
