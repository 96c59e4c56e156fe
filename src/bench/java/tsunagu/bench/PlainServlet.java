package tsunagu.bench;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What the list page is measured against: a servlet in the same server that sends the same statements (what changed, and
 * the twenty cards) and writes the rows as bare HTML.
 */
@WebServlet("/list")
public class PlainServlet extends HttpServlet {

    private static final String CHANGES = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, e.no, e.kind,"
            + " e.record_id, e.code, e.facets, e.opens_at, e.closes_at, e.public_since, e.spans, e.wage, e.days_off, e.name,"
            + " e.links, e.removed, e.edition,"
            + " (select coalesce(max(no), 0)::bigint * 10000 + count(*) from search_synonym) as learnt"
            + " from (values (1)) one(row) left join search_entry e on e.changed >= ?::text::xid8";

    @Resource(lookup = "jdbc/tsunagu")
    private transient DataSource dataSource;

    private volatile long mark = Long.MAX_VALUE / 2;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        PrintWriter out = response.getWriter();
        long first = Long.parseLong(request.getParameter("first"));
        Long[] ids = new Long[20];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = first + i;
        }
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement changes = connection.prepareStatement(CHANGES)) {
                changes.setString(1, Long.toString(mark));
                try (ResultSet rows = changes.executeQuery()) {
                    rows.next();
                }
            }
            try (PreparedStatement cards =
                    connection.prepareStatement("select * from finding_job_card where id = any (?)")) {
                cards.setArray(1, connection.createArrayOf("bigint", ids));
                out.write("<!DOCTYPE html><html lang=\"ja\"><title>jobs</title><ul>");
                try (ResultSet rows = cards.executeQuery()) {
                    while (rows.next()) {
                        out.write("<li><a href=\"/jobs/" + rows.getString("code") + "\">" + rows.getString("title")
                                + "</a> " + rows.getString("company_name") + " " + rows.getString("area") + " "
                                + rows.getInt("wage_min") + " " + rows.getString("employment") + "</li>");
                    }
                }
                out.write("</ul></html>");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
