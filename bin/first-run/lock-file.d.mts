type Lock = {
  packages: Record<string, { version?: string; link?: boolean; optional?: boolean; devOptional?: boolean }>;
};
export function differences(lock: Lock, installed: Lock): string[];
