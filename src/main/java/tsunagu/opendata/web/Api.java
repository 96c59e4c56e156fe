package tsunagu.opendata.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What answers programs: the route filter forwards here what the table of addresses names ({@link OpendataRoutes}), and nothing else does. */
@ApplicationPath("/internal/rest")
public class Api extends Application {

    static final String JSON = "application/json;charset=UTF-8";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RecordsResource.class, PlanResource.class, OpenApiResource.class, Problems.class);
    }
}
