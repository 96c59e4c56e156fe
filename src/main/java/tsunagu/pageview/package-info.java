/** 閲覧数: how often the public pages are opened, by day. It knows pages by their addresses and nobody who opened one. */
package tsunagu.pageview;
