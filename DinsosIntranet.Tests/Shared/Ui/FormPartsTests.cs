using Bunit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class FormPartsTests : ComponentTest
{
    private IRenderedComponent<Field> RenderField(string? error = null, string? warning = null, bool group = false) => Render<Field>(p => p
        .Add(f => f.Id, "nik")
        .Add(f => f.Label, "NIK")
        .Add(f => f.Help, "Lihat KTP.")
        .Add(f => f.Error, error)
        .Add(f => f.Warning, warning)
        .Add(f => f.Group, group)
        .Add(f => f.ChildContent, f => builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddMultipleAttributes(1, f.Attributes);
            builder.CloseElement();
        }));

    [Fact]
    public void Field_WithoutError_TiesLabelAndHelpToTheControl()
    {
        var field = RenderField();

        var input = field.Find("input");
        Assert.Equal("nik", field.Find("label").GetAttribute("for"));
        Assert.Equal("nik-bantu", input.GetAttribute("aria-describedby"));
        Assert.False(input.HasAttribute("aria-invalid"));
    }

    [Fact]
    public void Field_WithErrorAndWarning_DescribesTheControlByAll()
    {
        var field = RenderField("NIK harus 16 angka.", "NIK terdaftar di luar Lebak.");

        var input = field.Find("input");
        Assert.Equal("nik-salah nik-ingat nik-bantu", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("NIK harus 16 angka.", field.Find("#nik-salah").TextContent);
        Assert.Contains("salah", field.Find(".di-field").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_Group_NamesTheGroupInsteadOfOneControl()
    {
        var field = RenderField(group: true);

        Assert.Empty(field.FindAll("label"));
        Assert.Equal("nik-label", field.Find("[role=group]").GetAttribute("aria-labelledby"));
    }

    [Fact]
    public void ErrorSummary_NoErrors_RendersNothing() =>
        Assert.Equal("", Render<ErrorSummary>(p => p.Add(s => s.Errors, [])).Markup.Trim());

    [Fact]
    public void ErrorSummary_NewErrors_TakesTheFocusOnce()
    {
        IReadOnlyList<FieldError> errors = [new("nik", "NIK harus 16 angka."), new(null, "Pilih layanan dulu.")];
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, errors));

        summary.Render(p => p.Add(s => s.Errors, errors));

        JSInterop.VerifyFocusAsyncInvoke();
        Assert.Equal("2 isian perlu diperbaiki sebelum disimpan", summary.Find("h2").TextContent);
        Assert.Equal("nik", summary.Find("a").GetAttribute("data-ke"));
    }

    [Fact]
    public void FieldError_FromRefusals_KeepsFieldAndMessage() =>
        Assert.Equal([new FieldError("nik", "Salah."), new FieldError(null, "Umum.")], FieldError.From([new Refusal("Salah.", "nik"), new Refusal("Umum.")]));
}
