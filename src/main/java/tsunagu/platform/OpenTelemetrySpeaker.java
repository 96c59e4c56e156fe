package tsunagu.platform;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.shared.Telemetry;

/** By the server's OpenTelemetry. Loaded only where it is there ({@link TelemetryProducer}). */
class OpenTelemetrySpeaker implements Telemetry {

    private static final String PORTAL = "tsunagu";

    /** As postgres_exporter calls it (docker/watch), so that the rules and the dashboard are the same. */
    private static final String FIGURE = "tsunagu_value";

    private final Map<String, Long> figures = new ConcurrentHashMap<>();
    private final Tracer tracer;

    OpenTelemetrySpeaker() {
        OpenTelemetry server = CDI.current().select(OpenTelemetry.class).get();
        tracer = server.getTracer(PORTAL);
        server.getMeter(PORTAL)
                .gaugeBuilder(FIGURE)
                .ofLongs()
                .setDescription("a count, or minutes where the name says so (docs/operation.md)")
                .buildWithCallback(taker -> figures.forEach(
                        (name, value) -> taker.record(value, Attributes.of(AttributeKey.stringKey("name"), name))));
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public Span begin(String name) {
        boolean first = !io.opentelemetry.api.trace.Span.fromContext(Context.current())
                .getSpanContext()
                .isValid();
        io.opentelemetry.api.trace.Span span = tracer.spanBuilder(name)
                .setSpanKind(first ? SpanKind.SERVER : SpanKind.INTERNAL)
                .startSpan();
        return new Begun(span, span.makeCurrent());
    }

    @Override
    public void figure(String name, long value) {
        figures.put(name, value);
    }

    private record Begun(io.opentelemetry.api.trace.Span span, Scope scope) implements Span {

        @Override
        public void say(String name, String value) {
            span.setAttribute(name, value);
        }

        @Override
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
