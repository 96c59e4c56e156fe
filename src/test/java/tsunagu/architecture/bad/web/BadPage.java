package tsunagu.architecture.bad.web;

import tsunagu.architecture.bad.BadService.BadEntity;

/** A page that holds an entity. */
public class BadPage {

    BadEntity entity;
}
