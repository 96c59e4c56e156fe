package tsunagu.desk.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.component.api.DynamicColumn;
import org.primefaces.component.api.UIColumn;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * PrimeFaces' table with what the one of 15.0.13 lacks: a caption, headings of rows, orders that are links to an address, and no role
 * "grid", which promises keys that move from cell to cell. Nothing of it needs a script, so none is started.
 *
 * <p>Only lists of the desks are drawn like this; another table in the portal is drawn as PrimeFaces does.
 */
public class DeskTableRenderer extends DataTableRenderer {

    @Override
    protected void encodeScript(FacesContext context, DataTable table) throws IOException {
        if (desk(table) == null) {
            super.encodeScript(context, table);
        }
    }

    @Override
    protected void encodeRegularTable(FacesContext context, DataTable table) throws IOException {
        Desk<?> desk = desk(table);
        if (desk == null) {
            super.encodeRegularTable(context, table);
            return;
        }
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("table", null);
        writer.writeAttribute("class", table.getTableStyleClass(), null);
        writer.startElement("caption", null);
        writer.writeAttribute("class", "visually-hidden", null);
        writer.writeText(desk.getTitle(), null);
        writer.endElement("caption");
        encodeThead(context, table);
        encodeTbody(context, table, false);
        writer.endElement("table");
    }

    @Override
    public void encodeColumnHeader(FacesContext context, DataTable table, UIColumn column) throws IOException {
        Desk<?> desk = desk(table);
        if (desk == null) {
            super.encodeColumnHeader(context, table, column);
            return;
        }
        if (!column.isRendered()) {
            return;
        }
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("th", null);
        writer.writeAttribute("scope", "col", null);
        if (column instanceof DynamicColumn dynamic) {
            ordered(writer, desk.getHeads().get(dynamic.getIndex()));
        } else {
            writer.writeAttribute("class", column.getStyleClass(), null);
            writer.writeText(column.getHeaderText(), null);
        }
        writer.endElement("th");
    }

    private static void ordered(ResponseWriter writer, Desk.Head head) throws IOException {
        if (!head.style().isEmpty()) {
            writer.writeAttribute("class", head.style(), null);
        }
        if (head.sort().isEmpty()) {
            writer.writeText(head.label(), null);
            return;
        }
        if (!head.now().equals("none")) {
            writer.writeAttribute("aria-sort", head.now(), null);
        }
        writer.startElement("a", null);
        writer.writeAttribute("href", head.sort(), null);
        writer.writeAttribute("class", "desk-sort", null);
        writer.writeText(head.label(), null);
        writer.endElement("a");
    }

    @Override
    protected void encodeCell(
            FacesContext context,
            DataTable table,
            UIColumn column,
            boolean selectionEnabled,
            boolean selected,
            int rowIndex)
            throws IOException {
        Desk<?> desk = desk(table);
        if (desk == null) {
            super.encodeCell(context, table, column, selectionEnabled, selected, rowIndex);
            return;
        }
        if (!column.isRendered()) {
            return;
        }
        ResponseWriter writer = context.getResponseWriter();
        if (column instanceof DynamicColumn dynamic) {
            Desk.Head head = desk.getHeads().get(dynamic.getIndex());
            writer.startElement(head.header() ? "th" : "td", null);
            if (head.header()) {
                writer.writeAttribute("scope", "row", null);
            }
            if (!head.style().isEmpty()) {
                writer.writeAttribute("class", head.style(), null);
            }
            column.renderChildren(context);
            writer.endElement(head.header() ? "th" : "td");
        } else {
            writer.startElement("td", null);
            writer.writeAttribute("class", column.getStyleClass(), null);
            column.renderChildren(context);
            writer.endElement("td");
        }
    }

    private static Desk<?> desk(UIComponent table) {
        return ((DataTable) table).getValue() instanceof DeskRows<?> rows ? rows.desk() : null;
    }
}
