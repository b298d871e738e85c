import type { Feature } from '../feature.ts';
import { divisionType } from './division.ts';

/** Divisions, roles, grants and what callers may do. */
export const authorizationFeature: Feature = { name: 'authorization', types: [divisionType], routes: [] };
