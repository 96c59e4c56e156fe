package tsunagu.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is between its tags, once for every entry of a list: {@code <ts:each value="#{list.jobs}" var="card">}. For what is only shown.
 * {@code ui:repeat} takes the state of all components below it away and gives it back at every entry, which is for fields and was more
 * than half of the cost of a page; where fields or buttons are repeated, it is the right one. Attributes: value (a list or an array), var,
 * varStatus (index, first, last).
 */
@FacesComponent(Each.TYPE)
public class Each extends UIComponentBase {

    static final String TYPE = "tsunagu.Each";

    private static final String ROWS = Each.class.getName();

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (!isRendered() || getChildCount() == 0) {
            return;
        }
        Iterator<?> entries = entries(getAttributes().get("value"));
        if (!entries.hasNext()) {
            return;
        }
        String var = (String) getAttributes().get("var");
        String status = (String) getAttributes().get("varStatus");
        Map<String, Object> rows = rows(context);
        Object outer = rows.get(var);
        Object outerStatus = status == null ? null : rows.get(status);
        List<UIComponent> children = getChildren();
        try {
            for (int index = 0; entries.hasNext(); index++) {
                Object entry = entries.next();
                rows.put(var, entry);
                if (status != null) {
                    rows.put(status, new At(index, index == 0, !entries.hasNext()));
                }
                for (int i = 0; i < children.size(); i++) {
                    children.get(i).encodeAll(context);
                }
            }
        } finally {
            back(rows, var, outer);
            if (status != null) {
                back(rows, status, outerStatus);
            }
        }
    }

    private static void back(Map<String, Object> rows, String name, Object outer) {
        if (outer == null) {
            rows.remove(name);
        } else {
            rows.put(name, outer);
        }
    }

    private static Iterator<?> entries(Object value) {
        if (value == null) {
            return List.of().iterator();
        }
        if (value instanceof Iterable<?> list) {
            return list.iterator();
        }
        if (value instanceof Object[] array) {
            return Arrays.asList(array).iterator();
        }
        throw new IllegalArgumentException("ts:each of " + value.getClass());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rows(FacesContext context) {
        return (Map<String, Object>) context.getAttributes().computeIfAbsent(ROWS, key -> new HashMap<>());
    }

    /** Nothing below it is ever sent. */
    @Override
    public void processDecodes(FacesContext context) {
        // what is shown has no input
    }

    @Override
    public void processValidators(FacesContext context) {
        // what is shown has no input
    }

    @Override
    public void processUpdates(FacesContext context) {
        // what is shown has no input
    }

    /** Where in the list it is, as {@code ui:repeat} says it. */
    public record At(int index, boolean first, boolean last) {}

    /** Finds the entries by the name in var. Comes before the one that asks CDI for a bean of every name. */
    public static final class Entries extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null) {
                return null;
            }
            FacesContext faces = (FacesContext) context.getContext(FacesContext.class);
            Map<?, ?> rows =
                    faces == null ? null : (Map<?, ?>) faces.getAttributes().get(ROWS);
            if (rows == null || !rows.containsKey(property)) {
                return null;
            }
            context.setPropertyResolved(null, property);
            return rows.get(property);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            // an entry is never set
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return base == null ? String.class : null;
        }
    }
}
