package tsunagu.plan.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.plan.Evaluation;
import tsunagu.plan.PlanService;
import tsunagu.plan.PlanTree;
import tsunagu.plan.ProgrammeName;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Web;

/** The committee reads the self-evaluations, one column for each document, differences marked. */
@Named
@RequestScoped
public class EvaluationsPage {

    @Inject
    private PlanService plan;

    @Inject
    private Web web;

    private List<Line> lines;
    private List<String> documents;

    /** @param byDocument in the order of the page's documents; null where a document says nothing */
    public record Line(ProgrammeName programme, List<Evaluation> byDocument, boolean differs) {}

    public FiscalYear getYear() {
        return web.parameter("year").isPresent() ? web.fiscalYear() : plan.yearShownFirst();
    }

    public List<String> getDocuments() {
        load();
        return documents;
    }

    public List<Line> getLines() {
        load();
        return lines;
    }

    private void load() {
        if (lines != null) {
            return;
        }
        List<Evaluation> evaluations = plan.evaluations(getYear());
        documents = evaluations.stream().map(Evaluation::document).distinct().sorted().toList();
        Map<String, Map<String, Evaluation>> byProgramme = evaluations.stream()
                .collect(Collectors.groupingBy(
                        Evaluation::programmeId, Collectors.toMap(Evaluation::document, Function.identity())));
        lines = new ArrayList<>();
        for (PlanTree.Policy policy : plan.plan(getYear()).policies()) {
            for (PlanTree.Strategy strategy : policy.strategies()) {
                for (PlanTree.Programme programme : strategy.programmes()) {
                    Map<String, Evaluation> found = byProgramme.getOrDefault(programme.name().id(), Map.of());
                    lines.add(line(programme.name(), found));
                }
            }
        }
    }

    private Line line(ProgrammeName programme, Map<String, Evaluation> found) {
        List<Evaluation> cells = new ArrayList<>();
        documents.forEach(document -> cells.add(found.get(document)));
        boolean differs = cells.stream()
                        .filter(Objects::nonNull)
                        .map(Evaluation::grade)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
        return new Line(programme, cells, differs);
    }
}
