package tsunagu.opendata.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The API has one format and one language, so that no header of a request says anything to it. Programs that accept only text/html, or write
 * what cannot be read, get the data all the same; Jakarta REST would refuse them (406, 400). What headers decide for every address (cookies,
 * If-None-Match, compression) is decided outside of here.
 */
@WebFilter(urlPatterns = "/internal/rest/*", dispatcherTypes = DispatcherType.FORWARD)
public class HeadersUnread extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WithoutHeaders(request), response);
    }

    private static final class WithoutHeaders extends HttpServletRequestWrapper {

        private WithoutHeaders(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String getContentType() {
            return null;
        }
    }
}
