package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** What is wrong (RFC 9457). @param detail in words */
@JsonbPropertyOrder({"type", "title", "status", "detail"})
public record ProblemAnswer(String type, String title, int status, String detail) {}
