package tsunagu.evaluation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagu.evaluation.DifferenceRegister.Untold;
import tsunagu.evaluation.OfficialRegister.FrozenFigure;
import tsunagu.evaluation.OfficialRegister.FrozenRow;
import tsunagu.plan.Indicator;
import tsunagu.shared.FiscalYear;

/** What an entry of the chain says, as JSON: what is hashed, kept and exported is this text, letter for letter. */
final class RecordContent {

    private RecordContent() {}

    static String approval(
            long seq,
            String previous,
            Instant now,
            String by,
            SheetView view,
            List<FrozenFigure> figures,
            List<FrozenRow> rows) {
        JsonArrayBuilder frozen = Json.createArrayBuilder();
        Map<Long, String> pseudonyms = new HashMap<>();
        for (FrozenFigure figure : figures) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            BigDecimal computed = null;
            for (FrozenRow row : rows) {
                if (row.measureId() == figure.measureId()) {
                    computed = row.quantity().add(computed == null ? BigDecimal.ZERO : computed);
                    list.add(json(row, pseudonyms));
                }
            }
            boolean fromRecords = figure.basis().equals("RECORDS") && computed != null;
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("measure", figure.code())
                    .add("label", figure.label())
                    .add("unit", figure.unit())
                    .add("counting", figure.counting())
                    .add("basis", figure.basis())
                    .add("definitionFrom", new FiscalYear(figure.definitionFrom()).code());
            text(json, "eventTypes", figure.eventTypes());
            text(json, "roles", figure.roles());
            text(json, "datedBy", figure.datedBy());
            json.add("direction", figure.direction());
            number(json, "target", figure.target());
            number(json, "actual", fromRecords ? computed : figure.reported());
            text(json, "source", fromRecords ? null : figure.source());
            frozen.add(json.add("rows", list));
        }
        JsonArrayBuilder grades = Json.createArrayBuilder();
        view.decisions().forEach(each -> {
            JsonObjectBuilder json = Json.createObjectBuilder().add("document", each.document());
            text(json, "grade", each.grade() == null ? null : each.grade().name());
            text(
                    json,
                    "direction",
                    each.direction() == null ? null : each.direction().name());
            grades.add(json.add("detail", each.detail())
                    .add("reason", each.reason())
                    .add("listed", each.listed()));
        });
        JsonObjectBuilder content = start(seq, "APPROVAL", previous, now, by, view.year())
                .add("programme", view.programme().id())
                .add("name", view.programme().name());
        text(
                content,
                "suggested",
                view.suggestion().grade() == null
                        ? null
                        : view.suggestion().grade().name());
        return content.add("evaluation", grades)
                .add("summary", view.summary())
                .add("done", view.done())
                .add("effect", view.effect())
                .add("problem", view.problem())
                .add("figures", frozen)
                .build()
                .toString();
    }

    /** Persons are p1, p2 … in the order in which they come up: told apart, and nothing else. */
    private static JsonObjectBuilder json(FrozenRow row, Map<Long, String> pseudonyms) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("kind", row.kind());
        text(json, "event", row.event());
        if (row.session() != null) {
            json.add("session", row.session());
        }
        text(json, "day", row.day() == null ? null : row.day().toString());
        text(json, "role", row.role());
        if (row.person() != null) {
            json.add("person", pseudonyms.computeIfAbsent(row.person(), key -> "p" + (pseudonyms.size() + 1)));
        }
        return json.add("quantity", plain(row.quantity()));
    }

    /** 100, not 1E+2: the file is read by people. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void text(JsonObjectBuilder json, String name, String value) {
        Optional.ofNullable(value).ifPresent(each -> json.add(name, each));
    }

    private static void number(JsonObjectBuilder json, String name, BigDecimal value) {
        Optional.ofNullable(value).ifPresent(each -> json.add(name, plain(each)));
    }

    /** What the chain is told of the differences of one approval. @param untold not empty */
    static String differences(long seq, String previous, Instant now, List<Untold> untold) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        JsonArrayBuilder ended = Json.createArrayBuilder();
        for (Untold each : untold) {
            if (each.found()) {
                JsonObjectBuilder json = Json.createObjectBuilder()
                        .add("number", each.number())
                        .add("measure", each.measure())
                        .add("kind", each.kind());
                number(json, "approved", each.frozen());
                number(json, "now", each.live());
                found.add(json.add("foundAt", each.foundAt().toString()));
            }
            if (each.ended()) {
                ended.add(Json.createObjectBuilder()
                        .add("number", each.number())
                        .add("endedAt", each.endedAt().toString()));
            }
        }
        Untold first = untold.get(0);
        return start(seq, "DIFFERENCES", previous, now, null, first.year())
                .add("programme", first.programmeId())
                .add("approval", first.approval())
                .add("found", found)
                .add("ended", ended)
                .build()
                .toString();
    }

    /** Staff may change what was approved. */
    static String exception(
            long seq, String previous, Instant now, String by, String programmeId, FiscalYear year, String why) {
        return start(seq, "EXCEPTION", previous, now, by, year)
                .add("programme", programmeId)
                .add("why", why)
                .build()
                .toString();
    }

    /** @param revokes number of the entry that granted it */
    static String revocation(
            long seq, String previous, Instant now, String by, String programmeId, FiscalYear year, long revokes) {
        return start(seq, "REVOCATION", previous, now, by, year)
                .add("programme", programmeId)
                .add("revokes", revokes)
                .build()
                .toString();
    }

    /** @param programmeId null: the whole year */
    static String reopening(
            long seq,
            String previous,
            Instant now,
            String by,
            String programmeId,
            FiscalYear year,
            long reopens,
            String why) {
        JsonObjectBuilder content = start(seq, "REOPENING", previous, now, by, year);
        text(content, "programme", programmeId);
        return content.add("reopens", reopens).add("why", why).build().toString();
    }

    /** @param approvals programme to the hash of its approval @param papers what the year's papers say, by number */
    static String year(
            long seq,
            String previous,
            Instant now,
            String by,
            FiscalYear year,
            Map<String, String> approvals,
            List<Indicator> indicators,
            Map<String, JsonObject> papers) {
        JsonObjectBuilder printed = Json.createObjectBuilder();
        new TreeMap<>(papers).forEach(printed::add);
        JsonObjectBuilder programmes = Json.createObjectBuilder();
        approvals.forEach(programmes::add);
        JsonArrayBuilder values = Json.createArrayBuilder();
        for (Indicator indicator : indicators) {
            indicator.years().stream().filter(each -> each.year().equals(year)).forEach(each -> {
                JsonObjectBuilder json = Json.createObjectBuilder()
                        .add("indicator", indicator.code())
                        .add("name", indicator.name())
                        .add("unit", indicator.unit());
                number(json, "path", each.path());
                number(json, "actual", each.actual());
                number(json, "numerator", each.numerator());
                number(json, "denominator", each.denominator());
                text(json, "observed", each.observedYear() == null ? null : new FiscalYear(each.observedYear()).code());
                text(json, "source", each.source());
                values.add(json);
            });
        }
        return start(seq, "YEAR", previous, now, by, year)
                .add("programmes", programmes)
                .add("indicators", values)
                .add("papers", printed)
                .build()
                .toString();
    }

    private static JsonObjectBuilder start(
            long seq, String kind, String previous, Instant now, String by, FiscalYear year) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("record", seq)
                .add("kind", kind)
                .add("previous", previous)
                .add("fiscalYear", year.code())
                .add("decidedAt", now.toString());
        text(json, "decidedBy", by);
        return json;
    }

    /** What a closing says of the papers, by number; empty for one from before papers were kept. */
    static Map<String, JsonObject> papers(String content) {
        Map<String, JsonObject> papers = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            JsonObject printed = reader.readObject().getJsonObject("papers");
            if (printed != null) {
                printed.keySet().forEach(number -> papers.put(number, printed.getJsonObject(number)));
            }
        }
        return papers;
    }

    /** Why something was opened again. */
    static String why(String content) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            return reader.readObject().getString("why", "");
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
