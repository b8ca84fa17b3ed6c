export declare function openApiDocument(): {
  readonly components: { readonly schemas: Readonly<Record<string, { readonly enum?: string[] }>> };
};
