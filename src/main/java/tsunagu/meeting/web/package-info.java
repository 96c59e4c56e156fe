/** Pages of the meeting room. */
package tsunagu.meeting.web;
