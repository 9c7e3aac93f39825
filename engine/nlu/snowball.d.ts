export interface Stemmer {
  stem(word: string): string;
}

export declare function newStemmer(algorithm: 'russian' | 'english' | 'spanish'): Stemmer;
