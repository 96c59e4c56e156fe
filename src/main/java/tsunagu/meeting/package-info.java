/**
 * 面談会: who meets whom at a fair, and when. Students rank companies, companies rank students or state conditions; the allocation is
 * student-proposing deferred acceptance with quotas (Gale and Shapley 1962; Roth 1984 for several places on both sides), ties are drawn by
 * a lottery with a published seed, and a timetable places what was allocated. Every run keeps a certificate.
 */
package tsunagu.meeting;
