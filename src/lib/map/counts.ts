/** Areas per class are counted where the legend is made; map, picture and words use the same count. */
export { classCounts, type ClassCount } from '../layers/legend.ts';
