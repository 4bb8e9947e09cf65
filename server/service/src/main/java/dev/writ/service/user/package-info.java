/**
 * Who may use the service: users, their password hashes, and the check of a name and a password that stays cheap when
 * every request carries them.
 */
@NullMarked
package dev.writ.service.user;

import org.jspecify.annotations.NullMarked;
