package tsunagu.opendata.web;

import java.util.List;
import tsunagu.web.RoomRoutes;
import tsunagu.web.Route;

/** Addresses of the room opendata, and who may open them. */
public final class OpendataRoutes implements RoomRoutes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/api/v1/plan", "/internal/rest/v1/plan"),
                Route.open("/api/v1/{kind}", "/internal/rest/v1/{kind}"),
                Route.open("/api/v1/{kind}/{code}", "/internal/rest/v1/{kind}/{code}"),
                Route.open("/events.ics", "/internal/event-feed"),
                Route.open("/events/{event}/sessions/{session}/calendar.ics", "/internal/session-calendar"),
                Route.open("/openapi", "/internal/rest/openapi"),
                Route.open("/opendata", "/pages/opendata/opendata.xhtml"),
                Route.open("/opendata/events.csv", "/internal/event-table"),
                Route.open("/opendata/indicators.csv", "/internal/indicator-table"),
                Route.open("/opendata/plan.csv", "/internal/plan-table"),
                Route.open("/robots.txt", "/internal/robots"),
                Route.open("/sitemap.xml", "/internal/sitemap"),
                Route.open("/sitemaps/{part}", "/internal/sitemap"));
    }
}
