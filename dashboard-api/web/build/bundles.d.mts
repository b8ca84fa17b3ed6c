export declare const WEB: string;
export declare const BUNDLES: readonly ['sitepulse', 'sitepulse-poll'];
export declare const BUDGET: number;
export declare function bundle(name: string): Promise<string>;
export declare function compressed(code: string): number;
