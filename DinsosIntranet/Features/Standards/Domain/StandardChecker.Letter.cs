namespace DinsosIntranet.Features.Standards.Domain;

public static partial class StandardChecker
{
    /// <summary>A letter that nobody prepares, a step that prepares none, words with places nobody fills.</summary>
    private static void CheckLetter(ServiceStandard standard, Findings findings)
    {
        var composing = standard.Steps.Where(s => s.Action == StepActions.Compose).ToList();
        if (standard.Letter is not { } letter)
        {
            foreach (var step in composing)
            {
                findings.Add("menyusun surat, tetapi berkas ini tidak punya bagian 'letter'", step.Id);
            }

            return;
        }

        if (composing.Count == 0)
        {
            findings.Add($"bagian 'letter' tidak disusun langkah mana pun (tindakan '{StepActions.Compose}')");
        }

        foreach (var step in composing.Where(s => s.Outcomes.Count != 1))
        {
            findings.Add("langkah yang menyusun surat hanya boleh punya satu hasil; pilihan lain tempatnya di langkah sebelumnya", step.Id);
        }

        if (standard.Confidentiality == Confidentiality.Secret)
        {
            findings.Add("standar rahasia tidak dapat memakai surat dari pola: isinya tersimpan tanpa kunci perkara");
        }

        CheckFields(letter, findings);
        CheckParts(letter, findings);
    }

    private static void CheckFields(LetterTemplate letter, Findings findings)
    {
        findings.AddDoubles("kode isian surat", letter.Fields.Select(f => f.Code));
        foreach (var field in letter.Fields)
        {
            if (LetterPlaces.Known.ContainsKey(field.Code))
            {
                findings.Add($"kode isian surat '{field.Code}' sudah dipakai untuk hal yang diketahui sendiri");
            }

            if ((field.Kind == LetterFieldKind.Choice) != field.Choices is not null)
            {
                findings.Add($"isian surat '{field.Code}': pilihan ('choices') harus ada pada jenis 'pilihan', dan hanya di sana");
            }
            else if (field.Choices is { } choices && (choices.Count < 2 || choices.Distinct().Count() < choices.Count || choices.Any(c => string.IsNullOrWhiteSpace(c) || c.Length > field.MaxLength)))
            {
                findings.Add($"isian surat '{field.Code}': pilihannya sedikitnya dua, berlainan, tidak kosong, dan paling panjang {field.MaxLength} huruf");
            }

            if (!letter.Parts.Any(p => p.Rows?.Contains(field.Code) == true || p.Texts.Any(t => LetterPlaces.In(t).Contains(field.Code))))
            {
                findings.Add($"isian surat '{field.Code}' tidak dipakai di isi surat");
            }
        }
    }

    private static void CheckParts(LetterTemplate letter, Findings findings)
    {
        for (var i = 0; i < letter.Parts.Count; i++)
        {
            var (part, number) = (letter.Parts[i], i + 1);
            var said = (part.Paragraph is null ? 0 : 1) + (part.Person ? 1 : 0) + (part.Rows is null ? 0 : 1) + (part.Numbered is null ? 0 : 1);
            if (said != 1)
            {
                findings.Add($"bagian surat ke-{number} harus berisi tepat satu dari 'paragraph', 'person', 'rows', atau 'numbered'");
            }

            foreach (var code in (part.Rows ?? []).Where(code => letter.FindField(code) is null))
            {
                findings.Add($"bagian surat ke-{number} menampilkan isian '{code}' yang tidak ada");
            }

            foreach (var text in part.Texts)
            {
                if (LetterPlaces.HasLooseBrace(text))
                {
                    findings.Add($"bagian surat ke-{number}: kurung kurawal harus mengapit satu kode, misalnya {{nama}}");
                }

                foreach (var code in LetterPlaces.In(text).Where(code => letter.FindField(code) is null && !LetterPlaces.Known.ContainsKey(code)))
                {
                    findings.Add($"bagian surat ke-{number} memakai '{{{code}}}' yang tidak dikenal");
                }

                if (letter.ValidDays is null && LetterPlaces.In(text).Contains(LetterPlaces.ValidUntil))
                {
                    findings.Add($"bagian surat ke-{number} memakai '{{{LetterPlaces.ValidUntil}}}', padahal surat ini tidak punya masa berlaku ('validDays')");
                }
            }
        }
    }
}
